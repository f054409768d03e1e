package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTests {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN-us, en-US",
        "DE-de, de-DE",
        "zh-hant-tw, zh-Hant-TW",
        "SR-latn, sr-Latn",
        "es-419, es-419",
        "fil-PH, fil-PH",
        "sq-XK, sq-XK",
        "kmr, kmr",
        "pap-CW, pap-CW",
        "gsw-CH, gsw-CH",
        "de-ch-1996, de-CH-1996"
    })
    void tagIsCanonicalized(String typed, String kept) {
        assertThat(LanguageTags.isKnown(typed)).isTrue();
        assertThat(LanguageTags.canonical(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "en ",
                "en_US",
                "en-",
                "-US",
                "e",
                "english",
                "qq",
                "zz-ZZ",
                "en-QQ",
                "x-private",
                "und",
                "en--US",
                "en-US-",
                "ёn",
                "en-US-x-abcdefgh-abcdefgh-abcdefgh-a"
            })
    void invalidTagIsRejected(String typed) {
        assertThat(LanguageTags.isKnown(typed)).isFalse();
    }

    @Test
    void nullStaysNull() {
        assertThat(LanguageTags.canonical(null)).isNull();
    }
}
