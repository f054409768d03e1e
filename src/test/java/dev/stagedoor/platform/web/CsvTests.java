package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "First Rope        | First Rope",
                "a, b              | ~\"a, b\"~",
                "say \"hi\"        | ~\"say \"\"hi\"\"\"~",
                "=1+1              | '=1+1",
                "+1                | '+1",
                "-1                | '-1",
                "@SUM(A1)          | '@SUM(A1)",
                "\uff1d1+1            | '\uff1d1+1",
                "\uff0b1              | '\uff0b1",
                "\uff0d1              | '\uff0d1",
                "\uff20SUM(A1)        | '\uff20SUM(A1)",
                "~\t=1~            | ~'\t=1~",
                "~=\"a\",b~        | ~\"'=\"\"a\"\",b\"~"
            })
    void specialCharactersAndFormulasAreEscaped(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @Test
    void numbersAreNotEscaped() {
        assertThat(Csv.cell(-5L)).isEqualTo("-5");
    }

    @Test
    void emptyFileContainsTheHeader() throws UnsupportedEncodingException {
        var response = new MockHttpServletResponse();

        new Csv(response, "empty.csv", "a", "b").close();

        assertThat(response.getContentAsString()).isEqualTo("a,b\r\n");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"empty.csv\"");
    }

    @Test
    void nothingIsSentBeforeTheEnd() {
        var response = new MockHttpServletResponse();

        new Csv(response, "none.csv", "a").line("b");

        assertThat(response.getContentType()).isNull();
    }

    @Test
    void fileLargerThan10MbIsRejected() {
        var csv = new Csv(new MockHttpServletResponse(), "large.csv", "a");
        var megabyte = "x".repeat(1024 * 1024);
        for (var line = 0; line < 9; line++) {
            csv.line(megabyte);
        }

        assertThatThrownBy(() -> csv.line(megabyte)).hasMessageContaining("10 MB");
    }
}
