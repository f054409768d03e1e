package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.junit.jupiter.api.Test;

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
}
