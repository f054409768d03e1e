package dev.stagedoor.account.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/** A stored password hash with its algorithm and parameters. */
interface PasswordHash {

    /**
     * Compares in constant time.
     *
     * @param memory the memory of Argon2
     */
    boolean matches(RawPassword password, BlockPool memory);
}
