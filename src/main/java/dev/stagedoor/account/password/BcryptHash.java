package dev.stagedoor.account.password;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** An imported bcrypt hash. bcrypt ignores the bytes of a password after the 72nd. */
record BcryptHash(String text) implements PasswordHash {

    /** The cost is at least 4 and at most 14, which takes about a second. */
    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(?:0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}");

    static Optional<PasswordHash> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BcryptHash(text)) : Optional.empty();
    }

    @Override
    public boolean matches(RawPassword password, BlockPool memory) {
        return BCrypt.checkpw(password.typed(), text);
    }

    @Override
    public String toString() {
        return "BcryptHash";
    }
}
