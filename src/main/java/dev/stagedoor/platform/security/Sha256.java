package dev.stagedoor.platform.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The stored digest of a secret. Secrets contain 256 random bits, so they need no salt and no slow hash. */
public final class Sha256 {

    private Sha256() {}

    public static byte[] sha256(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
