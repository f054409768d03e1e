package dev.stagedoor.platform.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is kept of a secret. A plain digest is enough for 256 random bits; nobody can guess them. */
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
