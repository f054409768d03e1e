package dev.stagedoor.platform.persistence;

/** Constant secrets, without a database: 32 zero bytes for each name. */
public class KnownSecrets extends SharedSecrets {

    private static final int BYTES = 32;

    public KnownSecrets() {
        super(null);
    }

    @Override
    public byte[] random(String name) {
        return new byte[BYTES];
    }
}
