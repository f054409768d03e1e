package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

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
    void nothingIsSentBeforeTheFirstLine() {
        var response = new MockHttpServletResponse();

        new Csv(response, "none.csv", "a");

        assertThat(response.getContentType()).isNull();
    }
}
