package dev.stagedoor.account.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hash of Argon2 (RFC 9106) as PHC strings spell it: {@code $argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<tag>},
 * in base64 without padding.
 */
record Argon2Hash(String type, int version, int kib, int passes, int lanes, byte[] salt, byte[] tag) {

    private static final Pattern FORM = Pattern.compile("\\$argon2(?<type>id|i|d)\\$v=(?<version>16|19)"
            + "\\$m=(?<kib>[1-9]\\d{3,5}),t=(?<passes>[1-9]\\d?),p=(?<lanes>[1-9])"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,})\\$(?<tag>[A-Za-z0-9+/]{16,})");

    private static final Map<String, Integer> TYPES =
            Map.of("d", Argon2Parameters.ARGON2_d, "i", Argon2Parameters.ARGON2_i, "id", Argon2Parameters.ARGON2_id);

    /** The newest kind, one lane. */
    static Argon2Hash of(String password, int kib, int passes, byte[] salt, int bytes, BlockPool memory) {
        var unmade = new Argon2Hash("id", Argon2Parameters.ARGON2_VERSION_13, kib, passes, 1, salt, new byte[bytes]);
        return unmade.withTag(unmade.compute(password, memory));
    }

    /** Empty for what is no such text. */
    static Optional<Argon2Hash> parse(String text) {
        var form = FORM.matcher(text);
        try {
            return form.matches() ? Optional.of(read(form)) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** In the same time wherever they differ. */
    boolean matches(String password, BlockPool memory) {
        return MessageDigest.isEqual(tag, compute(password, memory));
    }

    String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2%s$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(type, version, kib, passes, lanes, base64.encodeToString(salt), base64.encodeToString(tag));
    }

    private byte[] compute(String password, BlockPool memory) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(TYPES.get(type))
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

    private static Argon2Hash read(Matcher form) {
        return new Argon2Hash(
                form.group("type"),
                Integer.parseInt(form.group("version")),
                Integer.parseInt(form.group("kib")),
                Integer.parseInt(form.group("passes")),
                Integer.parseInt(form.group("lanes")),
                Base64.getDecoder().decode(form.group("salt")),
                Base64.getDecoder().decode(form.group("tag")));
    }
}
