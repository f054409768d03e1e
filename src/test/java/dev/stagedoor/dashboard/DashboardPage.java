package dev.stagedoor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.stagedoor.support.Chromium;
import dev.stagedoor.support.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard in an isolated browser window. Browser errors and warnings fail the test. */
final class DashboardPage implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BrowserContext window;
    private final Page page;
    private final List<String> consoleErrors = new ArrayList<>();
    private final List<String> failedRequests = new ArrayList<>();
    private final List<Route> heldRequests = new ArrayList<>();

    private DashboardPage(BrowserContext window) {
        this.window = window;
        this.page = window.newPage();
        page.onConsoleMessage(this::recordError);
        page.onPageError(consoleErrors::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                failedRequests.add(response.status() + " " + response.url());
            }
        });
    }

    /** Opens the dashboard of a service in English. */
    static DashboardPage open(String address) {
        return open(address, new NewContextOptions().setLocale("en-US"));
    }

    static DashboardPage open(String address, NewContextOptions options) {
        return open(address, "/dashboard", options);
    }

    static DashboardPage open(String address, String path, NewContextOptions options) {
        var dashboard = new DashboardPage(Chromium.window(options));
        dashboard.page.navigate(address + path);
        return dashboard;
    }

    Page page() {
        return page;
    }

    /** The failed requests so far, such as {@code 401 http://localhost:8080/me}. */
    List<String> failedRequests() {
        return failedRequests;
    }

    DashboardPage signIn(Person person) {
        return signIn(person.email(), person.password());
    }

    DashboardPage signIn(String email, String password) {
        field("Email").fill(email);
        field("Password").fill(password);
        button("Sign in").click();
        return this;
    }

    /** Delays requests to URLs that match the pattern until {@link #releaseRequests}. */
    DashboardPage holdRequests(String pattern) {
        page.route(pattern, heldRequests::add);
        return this;
    }

    DashboardPage releaseRequests() {
        page.unrouteAll();
        heldRequests.forEach(Route::resume);
        heldRequests.clear();
        return this;
    }

    /** Waits until the statistics of a company are loaded. */
    DashboardPage awaitStatistics() {
        assertThat(page.locator("#results")).isVisible();
        assertThat(page.locator("#results[aria-busy], #timeline[aria-busy], #ranking[aria-busy]"))
                .hasCount(0);
        assertThat(page.locator("#totals .total")).hasCount(4);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** Returns a field by its exact label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator choice(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    Locator failure() {
        return page.locator("[role=alert]:visible");
    }

    /** Returns the cells of the rows of a table body. The cell of an activity contains only its title. */
    List<List<String>> rows(String body) {
        var cells = (String) page.evaluate("""
                body => JSON.stringify([...document.querySelectorAll(`#${body} tr`)].map(row => [...row.cells]
                    .map(cell => (cell.querySelector('button') ?? cell).textContent)))""", body);
        return JSON.readTree(cells)
                .valueStream()
                .map(row -> row.valueStream().map(JsonNode::asString).toList())
                .toList();
    }

    void takeScreenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        window.close();
        assertThat(consoleErrors).isEmpty();
    }

    /** Ignores failed requests, which the browser also logs. */
    private void recordError(ConsoleMessage message) {
        var isFailedRequest = message.text().startsWith("Failed to load resource");
        if (!isFailedRequest && List.of("error", "warning").contains(message.type())) {
            consoleErrors.add(message.text());
        }
    }
}
