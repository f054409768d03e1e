package dev.stagedoor.account.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.SCrypt;

/** An imported scrypt hash (RFC 7914) in PHC string format: {@code $scrypt$ln=<log2 of N>,r=<r>,p=<p>$<salt>$<tag>}. */
record ScryptHash(int cost, int blockSize, int parallelism, byte[] salt, byte[] tag) implements PasswordHash {

    private static final Pattern FORM = Pattern.compile("\\$scrypt\\$ln=(?<ln>1\\d),r=(?<r>[1-9]\\d?),p=(?<p>[1-9]\\d?)"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,})\\$(?<tag>[A-Za-z0-9+/]{22,})");

    private static final int MAX_MEBIBYTES = 128;
    private static final int MAX_PARALLELISM = 4;

    /** The memory of all concurrent computations, in MiB. */
    private static final Semaphore MEMORY = new Semaphore(MAX_MEBIBYTES);

    static Optional<PasswordHash> parse(String text) {
        var matcher = FORM.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(new ScryptHash(
                                    1 << Integer.parseInt(matcher.group("ln")),
                                    Integer.parseInt(matcher.group("r")),
                                    Integer.parseInt(matcher.group("p")),
                                    Base64.getDecoder().decode(matcher.group("salt")),
                                    Base64.getDecoder().decode(matcher.group("tag"))))
                            .filter(ScryptHash::isAffordable)
                            .map(PasswordHash.class::cast)
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public boolean matches(RawPassword password, BlockPool memory) {
        MEMORY.acquireUninterruptibly(mebibytes());
        try {
            var computed = SCrypt.generate(password.typedBytes(), salt, cost, blockSize, parallelism, tag.length);
            return MessageDigest.isEqual(tag, computed);
        } finally {
            MEMORY.release(mebibytes());
        }
    }

    @Override
    public String toString() {
        return "ScryptHash";
    }

    private boolean isAffordable() {
        return mebibytes() <= MAX_MEBIBYTES && parallelism <= MAX_PARALLELISM;
    }

    private int mebibytes() {
        return Math.max(1, (int) ((long) cost * blockSize / 8192));
    }
}
