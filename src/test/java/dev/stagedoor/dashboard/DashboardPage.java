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

/** The dashboard in a window of its own. Whatever the browser complains of while it is open fails the test. */
final class DashboardPage implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MS = 10_000;

    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<Route> held = new ArrayList<>();

    private DashboardPage(BrowserContext window) {
        this.window = window;
        this.page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                refusals.add(response.status() + " " + response.url());
            }
        });
    }

    /** At a service, in English. */
    static DashboardPage open(String address) {
        return open(address, new NewContextOptions().setLocale("en-US"));
    }

    static DashboardPage open(String address, NewContextOptions options) {
        var opened = new DashboardPage(Chromium.window(options));
        opened.page.navigate(address + "/dashboard");
        return opened;
    }

    Page page() {
        return page;
    }

    /** What the service refused so far, such as {@code 401 http://localhost:8080/me}. */
    List<String> refusals() {
        return refusals;
    }

    DashboardPage signIn(Person person) {
        return signIn(person.email(), person.password());
    }

    DashboardPage signIn(String email, String password) {
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
        return this;
    }

    /** Keeps the page waiting for the answers to such calls, until {@link #releaseCalls}. */
    DashboardPage holdCalls(String pattern) {
        page.route(pattern, held::add);
        return this;
    }

    DashboardPage releaseCalls() {
        page.unrouteAll();
        held.forEach(Route::resume);
        held.clear();
        return this;
    }

    /** Waits until the figures of a company are there. */
    DashboardPage awaitFigures() {
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

    /** A field by the whole of its label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator choice(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    Locator failure() {
        return page.locator("[role=alert]:visible");
    }

    /** The rows of a table body, each as its cells; of an activity's cell, the title alone. */
    List<List<String>> rows(String body) {
        var cells = (String) page.evaluate("""
                body => JSON.stringify([...document.querySelectorAll(`#${body} tr`)].map(row => [...row.cells]
                    .map(cell => (cell.querySelector('button') ?? cell).textContent)))""", body);
        return JSON.readTree(cells)
                .valueStream()
                .map(row -> row.valueStream().map(JsonNode::asString).toList())
                .toList();
    }

    void takePicture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        window.close();
        assertThat(complaints).isEmpty();
    }

    /** The browser reports every refused call, too; those are {@link #refusals}. */
    private void listen(ConsoleMessage message) {
        var isRefusal = message.text().startsWith("Failed to load resource");
        if (!isRefusal && List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
        }
    }
}
