package dev.stagedoor.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawPasswordTests {

    @ParameterizedTest
    @CsvSource({"ａｂｃ１２３, abc123", "cafe\u0301, café", "ﬃ, ffi", "①, 1", "🎭, 🎭"})
    void isTheSameCharactersFromAnyKeyboard(String typed, String meant) {
        assertThat(RawPassword.of(typed).reveal()).isEqualTo(meant);
    }

    @Test
    void keepsSpaceAndCase() {
        assertThat(RawPassword.of(" A b ").reveal()).isEqualTo(" A b ");
    }

    @Test
    void isAsLongAsItsCodePoints() {
        assertThat(RawPassword.of("a🎭b").length()).isEqualTo(3);
    }

    @Test
    void doesNotShowItself() {
        assertThat(RawPassword.of("see-you-at-the-show")).hasToString("********");
    }
}
