package dev.stagedoor.account.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2 hash (RFC 9106) in PHC string format: {@code $argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<tag>}, with salt
 * and tag in base64 without padding.
 */
record Argon2Hash(String type, int version, int kib, int passes, int lanes, byte[] salt, byte[] tag)
        implements PasswordHash {

    private static final Pattern FORM = Pattern.compile("\\$argon2(?<type>id|i|d)\\$v=(?<version>16|19)"
            + "\\$m=(?<kib>[1-9]\\d{3,5}),t=(?<passes>[1-9]\\d?),p=(?<lanes>[1-9])"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,})\\$(?<tag>[A-Za-z0-9+/]{16,})");

    private static final int MAX_KIB = 64 * 1024;
    private static final int MAX_PASSES = 16;

    private static final Map<String, Integer> TYPES =
            Map.of("d", Argon2Parameters.ARGON2_d, "i", Argon2Parameters.ARGON2_i, "id", Argon2Parameters.ARGON2_id);

    /** Computes an Argon2id hash with a parallelism of 1. */
    static Argon2Hash of(String password, int kib, int passes, byte[] salt, int bytes, BlockPool memory) {
        var parameters =
                new Argon2Hash("id", Argon2Parameters.ARGON2_VERSION_13, kib, passes, 1, salt, new byte[bytes]);
        return parameters.withTag(parameters.compute(password, memory));
    }

    static Optional<Argon2Hash> parse(String text) {
        var matcher = FORM.matcher(asciiDigits(text));
        try {
            return matcher.matches() ? Optional.of(read(matcher)).filter(Argon2Hash::isAffordable) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * Compares the normalized and the typed form, because other applications hash the typed form. Computes both hashes for a
     * wrong password, and also compares with a dummy in the same time.
     */
    @Override
    public boolean matches(RawPassword password, BlockPool memory) {
        return matches(password.reveal(), memory) || !password.isNormalized() && matches(password.typed(), memory);
    }

    boolean matches(String password, BlockPool memory) {
        return MessageDigest.isEqual(tag, compute(password, memory));
    }

    String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2%s$v=%s$m=%s,t=%s,p=%s$%s$%s"
                .formatted(type, version, kib, passes, lanes, base64.encodeToString(salt), base64.encodeToString(tag));
    }

    /** Earlier versions wrote the digits of the JVM's locale, for example Arabic ones. */
    private static String asciiDigits(String text) {
        return text.codePoints()
                .map(character -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private byte[] compute(String password, BlockPool memory) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Objects.requireNonNull(TYPES.get(type)))
                .withVersion(version)
                .withMemoryAsKB(kib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        var computed = new byte[tag.length];
        generator.generateBytes(password.toCharArray(), computed);
        return computed;
    }

    private Argon2Hash withTag(byte[] computed) {
        return new Argon2Hash(type, version, kib, passes, lanes, salt, computed);
    }

    /** Limits the cost of hashes that other applications have written. */
    private boolean isAffordable() {
        return kib <= MAX_KIB && passes <= MAX_PASSES;
    }

    private static Argon2Hash read(Matcher matcher) {
        return new Argon2Hash(
                matcher.group("type"),
                Integer.parseInt(matcher.group("version")),
                Integer.parseInt(matcher.group("kib")),
                Integer.parseInt(matcher.group("passes")),
                Integer.parseInt(matcher.group("lanes")),
                Base64.getDecoder().decode(matcher.group("salt")),
                Base64.getDecoder().decode(matcher.group("tag")));
    }
}
