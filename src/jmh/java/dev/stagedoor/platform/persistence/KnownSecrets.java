package dev.stagedoor.platform.persistence;

/** Secrets that come from no database: 32 zeros by any name. */
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
