package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTests {

    @ParameterizedTest
    @ValueSource(strings = {"mia@example.com", "MIA@Example.COM", " mia@example.com\t", "\nMia@example.com "})
    void emailIsNormalized(String email) {
        assertThat(Emails.normalized(email)).isEqualTo("mia@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "Mia@MÜLLER.example, mia@xn--mller-kva.example",
        "mia@mu\u0308ller.example, mia@xn--mller-kva.example",
        "mia@XN--MLLER-KVA.example, mia@xn--mller-kva.example",
        "mia@straße.example, mia@xn--strae-oqa.example",
        "mia@\u03b2\u03cc\u03bb\u03bf\u03c2.example, mia@xn--nxasmm1c.example",
        "mia@例え。テスト, mia@xn--r8jz45g.xn--zckzah"
    })
    void internationalizedDomainIsStoredInAscii(String email, String stored) {
        assertThat(Emails.normalized(email)).isEqualTo(stored);
        assertThat(Emails.isValid(stored)).isTrue();
        assertThat(Emails.normalized(Emails.displayed(stored))).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "mia@xn--mller-kva.example, mia@müller.example",
        "mia@xn--strae-oqa.example, mia@straße.example",
        "mia@xn--zz.example, mia@xn--zz.example",
        "xn--mller-kva@example.com, xn--mller-kva@example.com"
    })
    void internationalizedDomainIsDisplayedInUnicode(String stored, String displayed) {
        assertThat(Emails.displayed(stored)).isEqualTo(displayed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "müller@example.com",
                "mia@mül\u202eler.example",
                "mia@a\u200db.example",
                "mia@xn--zz.example",
                "mia@xn--a-ecp.ru",
                "mia@müller"
            })
    void invalidInternationalizedAddressIsRejected(String email) {
        assertThat(Emails.isValid(Emails.normalized(email))).isFalse();
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
