package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherHashParametersTests {

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void readsAHashOfStrongerParameters() {
        var stronger = Argon2Function.getInstance(32_768, 3, 1, 32, Argon2.ID);
        var hash = Password.hash("see-you-at-the-show")
                .addRandomSalt(16)
                .with(stronger)
                .getResult();

        assertThat(Password.check("see-you-at-the-show", hash).with(Argon2Function.getInstanceFromHash(hash)))
                .isTrue();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isTrue();
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
    void nothingMatchesAHashThatCannotBeReadOrAfforded(String hash) {
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isFalse();
    }
}
