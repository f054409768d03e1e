package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTests {

    @Test
    void revealedTokenCanBeParsed() {
        var token = RefreshToken.first();

        var read = RefreshToken.parse(token.reveal()).orElseThrow();

        assertThat(read.digest()).isEqualTo(token.digest());
        assertThat(read.familyDigest()).isEqualTo(token.familyDigest());
        assertThat(read.generation()).isZero();
    }

    @Test
    void successorHasTheSameFamilyAndTheNextGeneration() {
        var token = RefreshToken.first();

        var next = RefreshToken.parse(token.successor(new byte[32]).reveal()).orElseThrow();

        assertThat(next.familyDigest()).isEqualTo(token.familyDigest());
        assertThat(next.generation()).isEqualTo(1);
        assertThat(next.digest()).isNotEqualTo(token.digest());
    }

    @Test
    void eachFirstTokenStartsAFamily() {
        assertThat(RefreshToken.first().familyDigest())
                .isNotEqualTo(RefreshToken.first().familyDigest());
    }

    @Test
    void tokenContainsTwoSecretsOf256Bits() {
        var text = RefreshToken.first().reveal();

        assertThat(text).startsWith("sdr_");
        assertThat(Base64.getUrlDecoder().decode(text.substring(4))).hasSize(32 + 4 + 32);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sdr_", "sdr_AAAA", "sdr_+/+/", "sdr_ä", "SDR_AAAA", "AAAA"})
    void malformedTextIsNotParsed(String text) {
        assertThat(RefreshToken.parse(text)).isEmpty();
    }

    @Test
    void otherLengthsAreNotParsed() {
        var text = RefreshToken.first().reveal();

        assertThat(RefreshToken.parse(text + "AAAA")).isEmpty();
        assertThat(RefreshToken.parse(text.substring(0, text.length() - 4))).isEmpty();
    }

    @Test
    void toStringMasksTheToken() {
        var token = RefreshToken.first();

        assertThat(token.toString()).doesNotContain(token.reveal().substring(4));
    }
}
