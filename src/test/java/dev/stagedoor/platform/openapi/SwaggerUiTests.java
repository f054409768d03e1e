package dev.stagedoor.platform.openapi;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.stagedoor.support.Chromium;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uses Swagger UI in a real browser. */
@StagedoorTest
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class SwaggerUiTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    private final List<String> consoleErrors = new ArrayList<>();
    private Page page;

    @BeforeEach
    void open() {
        page = Chromium.window(new NewContextOptions().setLocale("en-US").setViewportSize(1280, 900))
                .newPage();
        page.onPageError(consoleErrors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text());
            }
        });
        page.navigate(http.address() + "/swagger-ui.html");
        assertThat(page.locator(".opblock").first()).isVisible();
    }

    @AfterEach
    void close() {
        if (page != null) {
            page.context().close();
        }
    }

    @Test
    void swaggerUiAcceptsAnEnteredToken() {
        assertThat(page.locator("#select option").allInnerTexts())
                .containsExactlyInAnyOrder("client", "business", "super-admin", "catalog", "sender");
        assertThat(page.getByText("Stagedoor for mobile apps")).isVisible();
        takeScreenshot("swagger-ui");

        var person = people.anyone();
        page.locator(".btn.authorize").first().click();
        page.getByLabel("auth-bearer-value").fill(person.accessToken());
        page.locator(".auth-container")
                .filter(new Locator.FilterOptions().setHasText("bearer"))
                .getByText("Authorize", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".close-modal").click();

        assertThat(execute("getMe")).containsText("\"email\": \"" + person.email() + "\"");
        assertThat(status("getMe")).hasText("200");
        takeScreenshot("swagger-ui-me");

        var another = people.anyone();
        signIn(another);
        assertThat(execute("getMe")).containsText(another.email());
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void executedLoginSignsInUntilReload() {
        var member = people.member(things.company(), "OWNER");

        signIn(member);

        assertThat(execute("getMe")).containsText(member.email());
        assertThat(status("getMe")).hasText("200");
        page.locator("#select").selectOption("business");
        assertThat(page.getByText("Stagedoor for business dashboards")).isVisible();
        execute("getFavoriteAnalytics");
        assertThat(status("getFavoriteAnalytics")).hasText("200");
        assertThat(consoleErrors).isEmpty();

        assertThat((String) page.evaluate("JSON.stringify([localStorage, sessionStorage])"))
                .isEqualTo("[{},{}]");
        page.reload();
        assertThat(page.locator(".opblock-body")).isVisible();
        execute("getFavoriteAnalytics");
        assertThat(status("getFavoriteAnalytics")).hasText("401");
    }

    private void signIn(Person person) {
        open("login").locator("textarea").fill("""
                {"email": "%s", "password": "%s"}""".formatted(person.email(), person.password()));
        execute("login");
        assertThat(status("login")).hasText("200");
    }

    /** Executes an operation with the values of its form, and returns the response body. */
    private Locator execute(String operation) {
        var block = open(operation);
        page.waitForResponse(
                response -> !response.url().contains("/v3/"),
                () -> block.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Execute"))
                        .click());
        return block.locator(".live-responses-table .highlight-code").first();
    }

    private Locator status(String operation) {
        return page.locator("[id$='-" + operation + "'] .live-responses-table tbody .response-col_status");
    }

    private Locator open(String operation) {
        var block = page.locator("[id$='-" + operation + "']");
        if (!block.locator(".opblock-body").isVisible()) {
            block.locator(".opblock-summary-control").click();
        }
        assertThat(block.locator(".opblock-body")).isVisible();
        return block;
    }

    private void takeScreenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
