package dev.stagedoor.access;

import java.time.Duration;
import java.util.UUID;

/** The tokens of a session in plain text, and their lifetimes. */
public record SignedIn(UUID userId, String accessToken, Duration accessTtl, String refreshToken, Duration refreshTtl) {

    @Override
    public String toString() {
        return "SignedIn[" + userId + "]";
    }
}
