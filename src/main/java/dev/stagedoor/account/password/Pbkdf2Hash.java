package dev.stagedoor.account.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * An imported PBKDF2 hash (RFC 8018) in PHC string format, {@code $pbkdf2-sha256$i=<iterations>$<salt>$<tag>}, or in the
 * format of passlib, {@code $pbkdf2-sha256$<iterations>$<salt>$<tag>} with {@code .} instead of {@code +}.
 */
record Pbkdf2Hash(String function, int iterations, byte[] salt, byte[] tag) implements PasswordHash {

    private static final Pattern FORM = Pattern.compile("\\$pbkdf2-(?<function>sha256|sha512)"
            + "\\$(?:i=)?(?<iterations>[1-9]\\d{3,6})(?:,l=(?<length>\\d{2}))?"
            + "\\$(?<salt>[A-Za-z0-9+/.]{11,})\\$(?<tag>[A-Za-z0-9+/.]{22,86})");

    private static final int MAX_ITERATIONS = 2_000_000;

    static Optional<PasswordHash> parse(String text) {
        var matcher = FORM.matcher(text);
        try {
            return matcher.matches() ? read(matcher) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public boolean matches(RawPassword password, BlockPool memory) {
        return MessageDigest.isEqual(tag, compute(password.typed().toCharArray()));
    }

    @Override
    public String toString() {
        return "Pbkdf2Hash";
    }

    private byte[] compute(char[] password) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + function.toUpperCase(Locale.ROOT))
                    .generateSecret(new PBEKeySpec(password, salt, iterations, tag.length * Byte.SIZE))
                    .getEncoded();
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    private static Optional<PasswordHash> read(Matcher matcher) {
        var hash = new Pbkdf2Hash(
                matcher.group("function"),
                Integer.parseInt(matcher.group("iterations")),
                decode(matcher.group("salt")),
                decode(matcher.group("tag")));
        var length = matcher.group("length");
        return hash.iterations <= MAX_ITERATIONS && (length == null || Integer.parseInt(length) == hash.tag.length)
                ? Optional.of(hash)
                : Optional.empty();
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.replace('.', '+'));
    }
}
