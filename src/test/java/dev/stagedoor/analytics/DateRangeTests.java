package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Date ranges of statistics. */
@StagedoorTest
class DateRangeTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    private Person member;

    @BeforeEach
    void open() {
        UUID company = things.company();
        member = people.member(company, "ANALYST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2026-1-1",
                "20260101",
                "2026-01-01T00:00:00Z",
                "2026-01-01Z",
                "2026-01-01%2B02:00",
                "10000-01-01",
                "today",
                "0",
                "%00"
            })
    void malformedDateReturns400(String date) {
        read("from=" + date).expectProblem(400, "malformed-request");
        read("from=2026-01-01&to=" + date).expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "-0001-01-01",
                "1969-12-31",
                "%2B10000-01-01",
                "%2B999999999-12-31",
                "-999999999-01-01",
            })
    void dateOutOfRangeReturns400(String date) {
        assertThat(read("from=" + date).status()).isEqualTo(400);
        assertThat(read("to=" + date).status()).isEqualTo(400);
        assertThat(read("from=" + date + "&to=" + date).status()).isEqualTo(400);
    }

    @Test
    void endBeforeStartReturns400() {
        read("from=2026-02-02&to=2026-02-01").expectFaults("to:out-of-range");
    }

    @Test
    void rangeIsLimitedTo3660Days() {
        var from = LocalDate.of(2010, 1, 1);

        isWindow(read("from=" + from + "&to=" + from.plusDays(3_659)), from, from.plusDays(3_659));
        read("from=" + from + "&to=" + from.plusDays(3_660)).expectFaults("to:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "2147483647"})
    void limitOutOfRangeReturns400(String limit) {
        read("limit=" + limit).expectFaults("limit:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "type=FOO", "type=service"})
    void valueOfAnotherTypeReturns400(String query) {
        read(query).expectProblem(400, "malformed-request");
    }

    @Test
    void defaultRangeIsTheLast30Days() {
        var before = LocalDate.now(ZoneOffset.UTC);
        var answer = read("").expect(200);
        var after = LocalDate.now(ZoneOffset.UTC);

        var to = LocalDate.parse(answer.text("/to"));
        assertThat(to).isBetween(before, after);
        isWindow(answer, to.minusDays(29), to);
    }

    @Test
    void missingEndIsToday() {
        var from = LocalDate.now(ZoneOffset.UTC).minusDays(99);

        var answer = read("from=" + from).expect(200);

        assertThat(LocalDate.parse(answer.text("/to"))).isBetween(from.plusDays(99), from.plusDays(100));
        isWindow(answer, from, LocalDate.parse(answer.text("/to")));
    }

    @Test
    void missingStartIs30DaysBeforeTheEnd() {
        isWindow(read("to=2024-03-01"), LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01",
        "2024-02-29, 2024-02-29",
        "2023-12-30, 2024-01-02",
        "1970-01-01, 1970-12-31",
        "9999-12-01, 9999-12-31"
    })
    void previousRangeHasTheSameLength(LocalDate from, LocalDate to) {
        isWindow(read("from=%s&to=%s".formatted(from, to)), from, to);
    }

    private static void isWindow(Answer answer, LocalDate from, LocalDate to) {
        answer.expect(200);
        assertThat(answer.text("/from")).isEqualTo(from.toString());
        assertThat(answer.text("/to")).isEqualTo(to.toString());
        var days = to.toEpochDay() - from.toEpochDay() + 1;
        assertThat(answer.text("/previous/from")).isEqualTo(from.minusDays(days).toString());
        assertThat(answer.text("/previous/to")).isEqualTo(from.minusDays(1).toString());
    }

    private Answer read(String query) {
        return http.get("/analytics/favorites?" + query).as(member).send();
    }
}
