package dev.stagedoor.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00a0",
                "\u00ad",
                "\u034f",
                "\u115f\u1160",
                "\u180e",
                "\u200b\u200d",
                "\u200e\u202a\u2066",
                "\u2060",
                "\u2800",
                "\u3164",
                "\ufe0f",
                "\ufeff",
                "\uffa0",
                "\udb40\udc41"
            })
    void invisibleTextBecomesEmpty(String text) {
        assertThat(TextRules.normalized(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mia | Mia",
                "\u00a0 \u3000Mia\u200b\u00a0 | Mia",
                "\ufeffMia\u3164 | Mia",
                "\u200fMia\u200e | Mia",
                "Zoe\u0308 | Zoë",
                "M\u00a0ia \u200c a | M\u00a0ia \u200c a",
                "Mia \u2764\ufe0f | Mia \u2764\ufe0f",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f | \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f"
            })
    void textIsTrimmedAndComposed(String text, String normalized) {
        assertThat(TextRules.normalized(text)).isEqualTo(normalized);
    }

    @Test
    void controlCharactersAreNotTrimmed() {
        assertThat(TextRules.normalized("\u0007Mia\u001f")).isEqualTo("\u0007Mia\u001f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "a\u2067b",
                "a\u200eb",
                "a\u061cb",
                "a\ud800b"
            })
    void controlsAreNotOneLine(String text) {
        assertThat(TextRules.isOneLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "علي\u200cرضا", "a\u00a0b", "👩\u200d💻"})
    void joinersAndSpacesAreOneLine(String text) {
        assertThat(TextRules.isOneLine(text)).isTrue();
    }
}
