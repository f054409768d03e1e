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
        "+39 06 698 83600, +390669883600"
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
