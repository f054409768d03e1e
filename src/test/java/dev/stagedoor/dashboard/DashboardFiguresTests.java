package dev.stagedoor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The page shows the values of the API. */
@StagedoorTest
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class DashboardFiguresTests {

    @Autowired
    Http http;

    @Autowired
    BeanFactory service;

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private Hall hall;
    private DashboardPage dashboard;

    @BeforeEach
    void signIn() {
        hall = Hall.busy(service);
        dashboard = DashboardPage.open(http.address()).signIn(hall.owner()).awaitStatistics();
    }

    @AfterEach
    void close() {
        if (dashboard != null) {
            dashboard.close();
        }
    }

    @Test
    void activitiesAreRankedPageByPage() {
        assertThat(dashboard.rows("activities")).isEqualTo(ranking(statistics("?limit=20")));

        dashboard.button("More").click();

        assertThat(dashboard.page().locator("#activities tr")).hasCount(Hall.ACTIVITIES);
        assertThat(dashboard.rows("activities")).isEqualTo(ranking(statistics("?limit=200")));
        assertThat(dashboard.page().locator("#activities tr:nth-child(21) button"))
                .isFocused();
        assertThat(dashboard.button("More")).not().isVisible();
        assertThat(dashboard.failedRequests()).isEmpty();
    }

    @Test
    void totalsAreComparedWithThePreviousPeriod() {
        var statistics = statistics("").json();
        var added = statistics.at("/totals/added").asLong();
        var before = statistics.at("/previous/added").asLong();

        var totals = dashboard.page().locator("#totals .total");

        assertThat(added).isNotEqualTo(before);
        assertThat(totals.nth(0))
                .containsText(number(statistics.at("/totals/favoritesCount").asLong()));
        assertThat(totals.nth(1)).containsText(number(added));
        assertThat(totals.nth(1))
                .containsText("+%s (+%s%%) vs. %s in "
                        .formatted(
                                number(added - before), Math.round(100.0 * (added - before) / before), number(before)));
        assertThat(totals.nth(2))
                .containsText(number(statistics.at("/totals/removed").asLong()));
    }

    @ParameterizedTest
    @CsvSource({"7 days, 7, day", "90 days, 90, day", "1 year, 365, week"})
    void selectedPeriodIsLoaded(String choice, int days, String interval) {
        var window = "?from=%s&to=%s".formatted(today.minusDays(days - 1L), today);

        dashboard.choice(choice).check();
        assertThat(dashboard.page().locator("#totals .total").nth(1))
                .containsText(
                        number(statistics(window).json().at("/totals/added").asLong()));
        dashboard.awaitStatistics();

        assertThat(dashboard.rows("activities")).isEqualTo(ranking(statistics(window + "&limit=20")));
        assertThat(dashboard.page().locator("#points tr"))
                .hasCount(timeline(window + "&interval=" + interval).size());
    }

    @Test
    void customPeriodIsLoaded() {
        var window = "?from=%s&to=%s".formatted(today.minusDays(40), today.minusDays(31));

        dashboard.choice("Custom").check();
        dashboard.field("From").fill(today.minusDays(40).toString());
        dashboard.field("To").fill(today.minusDays(31).toString());
        dashboard.page().locator("#dates button").click();

        assertThat(dashboard.page().locator("#points tr")).hasCount(10);
        assertThat(dashboard.rows("activities")).isEqualTo(ranking(statistics(window + "&limit=20")));
    }

    @Test
    void customPeriodThatEndsBeforeItStartsIsRejected() {
        dashboard.choice("Custom").check();
        dashboard.field("From").fill(today.toString());
        dashboard.field("To").fill(today.minusDays(1).toString());
        dashboard.page().locator("#dates button").click();

        assertThat(dashboard.field("To")).hasAccessibleDescription("The end date must not be before the start date.");
        assertThat(dashboard.field("To")).isFocused();
    }

    @Test
    void typeFilterIsApplied() {
        dashboard.field("Type").selectOption("SERVICE");

        assertThat(dashboard.page().locator("#activities tr")).hasCount(9);
        assertThat(dashboard.rows("activities")).isEqualTo(ranking(statistics("?type=SERVICE")));
    }

    @Test
    void timelineIsShownAsChartAndTable() {
        assertThat(isDrawn(0)).isTrue();
        assertThat(isDrawn(1)).isTrue();
        dashboard.page().getByText("Show as table").click();
        assertThat(valuesOf(dashboard.rows("points"))).isEqualTo(timeline(""));

        dashboard.choice("Week").check();
        assertThat(dashboard.page().locator("#points tr"))
                .hasCount(timeline("?interval=week").size());
        assertThat(valuesOf(dashboard.rows("points"))).isEqualTo(timeline("?interval=week"));

        dashboard.choice("Month").check();
        assertThat(dashboard.page().locator("#timeline-point")).hasText("Month");
        assertThat(valuesOf(dashboard.rows("points"))).isEqualTo(timeline("?interval=month"));
    }

    @Test
    void timelineOfOneActivityIsShown() {
        var second = statistics("").json().at("/items/1");
        var title = second.at("/title").asString();
        dashboard.page().getByText("Show as table").click();

        dashboard.button(title).click();

        assertThat(dashboard.page().locator("#timeline-scope")).hasText(title);
        assertThat(valuesOf(dashboard.rows("points")))
                .isEqualTo(timeline("?activityId=" + second.at("/activityId").asString()));
        dashboard.button("All activities").click();
        assertThat(dashboard.page().locator("#timeline-scope")).hasText("All activities");
        assertThat(valuesOf(dashboard.rows("points"))).isEqualTo(timeline(""));
    }

    @Test
    void pointUnderThePointerIsShown() {
        var plot = dashboard.page().locator("canvas").first();
        var last = dashboard.page().locator("#readout").innerText();

        plot.hover();

        assertThat(dashboard.page().locator("#readout")).not().hasText(last);
    }

    @ParameterizedTest
    @CsvSource({
        "CSV of the activities, favorites, /analytics/favorites",
        "CSV of the trend, timeline, /analytics/favorites/timeline"
    })
    void downloadedCsvIsTheApiResponseWithAByteOrderMark(String button, String name, String path) throws IOException {
        var file =
                dashboard.page().waitForDownload(() -> dashboard.button(button).click());

        assertThat(file.suggestedFilename()).isEqualTo("%s-%s-%s.csv".formatted(name, today.minusDays(29), today));
        assertThat(Files.readString(file.path()))
                .isEqualTo("\ufeff"
                        + http.get(path)
                                .as(hall.owner())
                                .header("Accept", "text/csv")
                                .send()
                                .expect(200)
                                .body());
    }

    @Test
    void numbersAreFormattedInTheLanguageOfTheBrowser() {
        var total = statistics("").json().at("/totals/favoritesCount").asLong();
        try (var german = DashboardPage.open(http.address(), new NewContextOptions().setLocale("de-DE"))) {
            german.signIn(hall.owner()).awaitStatistics();

            assertThat(total).isGreaterThan(1000);
            assertThat(german.page().locator("#totals .value").first())
                    .hasText(NumberFormat.getInstance(Locale.GERMANY).format(total));
        }
    }

    private Answer statistics(String query) {
        return http.get("/analytics/favorites" + query).as(hall.owner()).send().expect(200);
    }

    /** Returns the added, removed and current favorites of each point. */
    private List<List<String>> timeline(String query) {
        return http.get("/analytics/favorites/timeline" + query)
                .as(hall.owner())
                .send()
                .expect(200)
                .json()
                .at("/points")
                .valueStream()
                .map(point -> numbers(point, "added", "removed", "favoritesCount"))
                .toList();
    }

    private static List<List<String>> ranking(Answer statistics) {
        var items = statistics.json().at("/items").valueStream().toList();
        return IntStream.range(0, items.size())
                .mapToObj(index -> {
                    var row = new ArrayList<>(List.of(
                            number(index + 1), items.get(index).at("/title").asString()));
                    row.addAll(numbers(items.get(index), "favoritesCount", "added", "removed"));
                    return List.copyOf(row);
                })
                .toList();
    }

    private static List<String> numbers(JsonNode node, String... fields) {
        return Arrays.stream(fields)
                .map(field -> number(node.at("/" + field).asLong()))
                .toList();
    }

    private static List<List<String>> valuesOf(List<List<String>> rows) {
        return rows.stream().map(row -> row.subList(1, row.size())).toList();
    }

    private static String number(long value) {
        return NumberFormat.getInstance(Locale.US).format(value);
    }

    /** Whether a chart contains drawn pixels. */
    private boolean isDrawn(int plot) {
        return (boolean) dashboard.page().locator("canvas").nth(plot).evaluate("""
                canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0)""");
    }
}
