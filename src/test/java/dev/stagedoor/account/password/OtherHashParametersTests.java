package dev.stagedoor.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class OtherHashParametersTests {

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void strongerParametersAreSupported() {
        var hash = new Argon2PasswordEncoder(16, 32, 1, 32_768, 3).encode("see-you-at-the-show");

        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isTrue();
    }

    /** The hash was created by another library. */
    @Test
    void longerSaltsAreSupported() {
        var hash = "$argon2id$v=19$m=19456,t=2,p=1"
                + "$SSNV1bXaLHClEH6Ur5HXKOQ/wsCS4jKWwdqhhfSiijy3hTnwIs9oVgvFKDtN4FyTiDJA1zbIfG61dNkEWW+ldQ"
                + "$ovDK1Yj0gBtZqiyPpG0S8o7gYX5HcBwhCViJT8lIfaE";

        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isTrue();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-shoW"), hash)).isFalse();
    }

    /** Earlier versions wrote the digits of the JVM's locale. */
    @ParameterizedTest
    @ValueSource(strings = {"v=١٩$m=١٩٤٥٦,t=٢,p=١", "v=۱۹$m=۱۹۴۵۶,t=۲,p=۱", "v=१९$m=१९४५६,t=२,p=१"})
    void digitsOfOtherScriptsAreSupported(String parameters) {
        var password = RawPassword.of("see-you-at-the-show");
        var stored = hashes.hash(password).replace("v=19$m=19456,t=2,p=1", parameters);

        assertThat(hashes.matches(password, stored)).isTrue();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-shoW"), stored))
                .isFalse();
    }

    @Test
    void hashWithOtherParametersIsRenewed() {
        var password = RawPassword.of("see-you-at-the-show");
        var stored = new Argon2PasswordEncoder(16, 32, 1, 32_768, 3).encode("see-you-at-the-show");

        var renewed = hashes.renew(password, stored);

        assertThat(renewed).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isEqualTo(hashes.renew(password, stored));
        assertThat(hashes.matches(password, renewed)).isTrue();
        assertThat(hashes.renew(password, renewed)).isEqualTo(renewed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "$argon2id$broken",
                "$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=99999,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=1,t=0,p=0$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAA$AAAAAAAAAAAAAAAAA",
                "$2b$10$abcdefghijklmnopqrstuuJ9yqv0Qn1vZ0Zy0m3y6bq8T0l1x8u2q"
            })
    void unsupportedOrTooExpensiveHashNeverMatches(String hash) {
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isFalse();
    }
}
