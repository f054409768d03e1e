package dev.stagedoor.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawPasswordTests {

    @ParameterizedTest
    @CsvSource({"ａｂｃ１２３, abc123", "cafe\u0301, café", "ﬃ, ffi", "①, 1", "🎭, 🎭"})
    void textIsNormalizedToNfkc(String input, String normalized) {
        assertThat(RawPassword.of(input).reveal()).isEqualTo(normalized);
    }

    @Test
    void whitespaceAndCaseAreSignificant() {
        assertThat(RawPassword.of(" A b ").reveal()).isEqualTo(" A b ");
    }

    @Test
    void lengthIsTheNumberOfCodePoints() {
        assertThat(RawPassword.of("a🎭b").length()).isEqualTo(3);
    }

    @Test
    void toStringMasksThePassword() {
        assertThat(RawPassword.of("see-you-at-the-show")).hasToString("********");
    }
}
