package dev.stagedoor.account;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.ratelimit.AddressKey;
import dev.stagedoor.platform.ratelimit.RateLimit;
import dev.stagedoor.platform.ratelimit.RateLimits;
import dev.stagedoor.platform.ratelimit.RateLimits.Attempt;
import dev.stagedoor.platform.web.Client;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Limits the wrong passwords of all operations together, per account and address, per account, and per address. */
@Service
@RequiredArgsConstructor
public class PasswordAttempts {

    private final RateLimits limits;
    private final Clock clock;

    /**
     * Runs a password check. Counts it if it fails with {@code invalid-credentials}.
     *
     * @throws ProblemException {@code too-many-requests}
     */
    public <T> T limit(String email, Client client, Supplier<T> check) {
        var here = accountAndAddress(email, client);
        var attempts = List.of(
                here,
                new Attempt(RateLimit.LOGIN_BY_ACCOUNT, email),
                new Attempt(RateLimit.LOGIN_BY_ADDRESS, AddressKey.of(client.address())));
        try {
            return limits.countFailures(ProblemCode.INVALID_CREDENTIALS, attempts, check);
        } catch (ProblemException failure) {
            if (failure.getCode() == ProblemCode.TOO_MANY_REQUESTS
                    && limits.blockedFor(here.limit(), here.key()).isPresent()) {
                limits.tryTake(RateLimit.LOCK_BY_ACCOUNT, email);
            }
            throw failure;
        }
    }

    /**
     * Runs a password check of a known device. It is counted separately, so that wrong passwords of others do not lock out
     * the owner.
     *
     * @throws ProblemException {@code too-many-requests}
     */
    public <T> T limitDevice(UUID device, Supplier<T> check) {
        var attempts = List.of(new Attempt(RateLimit.LOGIN_BY_DEVICE, device.toString()));
        return limits.countFailures(ProblemCode.INVALID_CREDENTIALS, attempts, check);
    }

    /** Resets the limits of an account, for all addresses together and for the client's address. */
    public void reset(String email, Client client) {
        limits.reset(RateLimit.LOGIN_BY_ACCOUNT, email);
        limits.reset(RateLimit.LOCK_BY_ACCOUNT, email);
        var here = accountAndAddress(email, client);
        limits.reset(here.limit(), here.key());
    }

    /** Returns the time until which attempts of at least one address are rejected. */
    public Optional<Instant> lockedUntil(String email) {
        return Stream.of(RateLimit.LOGIN_BY_ACCOUNT, RateLimit.LOCK_BY_ACCOUNT)
                .flatMap(limit -> limits.blockedFor(limit, email).stream())
                .max(Duration::compareTo)
                .map(clock.instant()::plus);
    }

    private static Attempt accountAndAddress(String email, Client client) {
        return new Attempt(RateLimit.LOGIN_BY_ACCOUNT_AND_ADDRESS, email + " " + AddressKey.of(client.address()));
    }
}
