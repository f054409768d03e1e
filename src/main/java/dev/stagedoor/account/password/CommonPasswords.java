package dev.stagedoor.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The blocklist {@code common-passwords.txt}, loaded on first use. Its source is documented in the same directory. */
@Component
class CommonPasswords {

    private static final class Holder {
        static final Set<String> PASSWORDS = read();
    }

    /** @param password in lower case */
    boolean contains(String password) {
        return Holder.PASSWORDS.contains(password);
    }

    private static Set<String> read() {
        try (var list = CommonPasswords.class.getResourceAsStream("/account/common-passwords.txt");
                var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
