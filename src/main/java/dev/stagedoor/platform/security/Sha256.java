package dev.stagedoor.platform.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 digests. Secrets with 256 random bits are stored as such digests, because they need no salt and no slow hash. */
public final class Sha256 {

    private Sha256() {}

    public static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
