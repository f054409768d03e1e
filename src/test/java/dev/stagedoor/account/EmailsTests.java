package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTests {

    @ParameterizedTest
    @ValueSource(strings = {"mia@example.com", "MIA@Example.COM", " mia@example.com\t", "\nMia@example.com "})
    void emailIsNormalized(String email) {
        assertThat(Emails.normalized(email)).isEqualTo("mia@example.com");
    }

    @Test
    void normalizationIsIndependentOfTheLocale() {
        var defaultLocale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Emails.normalized("INFO@EXAMPLE.COM")).isEqualTo("info@example.com");
        } finally {
            Locale.setDefault(defaultLocale);
        }
    }

    @Test
    void nullIsAccepted() {
        assertThat(Emails.normalized(null)).isNull();
    }
}
