package dev.stagedoor.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is kept of a secret. A plain digest is enough for 256 random bits; nobody can guess them. */
final class Digests {

    private Digests() {}

    static byte[] sha256(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
