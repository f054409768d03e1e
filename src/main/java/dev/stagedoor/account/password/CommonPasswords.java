package dev.stagedoor.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The blocklist {@code common-passwords.txt}; the page beside it names its source. Read when first asked. */
@Component
class CommonPasswords {

    private static final class Listed {
        static final Set<String> PASSWORDS = read();
    }

    /** Whether a lower-case password is on the list. */
    boolean contains(String password) {
        return Listed.PASSWORDS.contains(password);
    }

    private static Set<String> read() {
        try (var list = CommonPasswords.class.getResourceAsStream("/account/common-passwords.txt");
                var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
