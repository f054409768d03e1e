package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

    @ParameterizedTest
    @CsvSource({
        "+4930901820, +4930901820",
        "+49 (0)30 90 18-20, +4930901820",
        "' +1 212.555.0123 ', +12125550123",
        "+44 20 7946 0018, +442079460018",
        "+39 06 698 83600, +390669883600",
        "+49 30/901820, +4930901820",
        "+49\u00a030\u00a0901820, +4930901820",
        "+49\u202f30\u2009901820, +4930901820",
        "\u202a+49 30 901820\u202c, +4930901820",
        "\u200e+49\u200e30901820\u2069, +4930901820",
        "+49 30 90\u201118\u201120, +4930901820",
        "+49 30 90\u201318\u221220, +4930901820",
        "\uff0b\uff14\uff19 30901820, +4930901820",
        "+\u0664\u0669 \u0663\u0660901820, +4930901820"
    })
    void phoneNumberIsNormalized(String input, String normalized) {
        assertThat(PhoneNumbers.normalized(input)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "030 901820",
                "4930901820",
                "004930901820",
                "+49",
                "+4930",
                "+499999999999999999",
                "+000000000",
                "+1 555",
                "phone",
                "tel:+4930901820",
                "+49\u000030901820x"
            })
    void invalidTextIsRejected(String text) {
        assertThat(PhoneNumbers.e164(text)).isEmpty();
    }

    @Test
    void nullIsAccepted() {
        assertThat(PhoneNumbers.normalized(null)).isNull();
    }
}
