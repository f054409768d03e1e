package dev.stagedoor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Sign-in, session and sign-out. */
@StagedoorTest
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class DashboardSignInTests {

    @Autowired
    Http http;

    @Autowired
    BeanFactory service;

    private Hall hall;
    private DashboardPage dashboard;

    @BeforeEach
    void open() {
        hall = Hall.busy(service);
        dashboard = DashboardPage.open(http.address());
    }

    @AfterEach
    void close() {
        if (dashboard != null) {
            dashboard.close();
        }
    }

    @Test
    void signInFormIsShownFirst() {
        assertThat(dashboard.page()).hasTitle("Sign in · Stagedoor");
        assertThat(dashboard.page()).hasURL(http.address() + "/dashboard/");
        assertThat(dashboard.field("Email")).isFocused();
        assertThat(dashboard.page().locator("#dashboard")).not().isVisible();
        assertThat(dashboard.failedRequests()).isEmpty();
        dashboard.takeScreenshot("sign-in");
    }

    @Test
    void wrongPasswordShowsTheProblemOfTheService() {
        var problem = http.post(
                        "/auth/login",
                        "{\"email\": \"%s\", \"password\": \"wrong\"}"
                                .formatted(hall.owner().email()))
                .send();

        dashboard.signIn(hall.owner().email(), "wrong");

        assertThat(dashboard.failure()).containsText(problem.text("/title"));
        assertThat(dashboard.failure()).containsText(problem.text("/detail"));
        assertThat(dashboard.field("Password")).isFocused();
        dashboard.takeScreenshot("sign-in-refused");

        dashboard.signIn(hall.owner()).awaitStatistics();
        assertThat(dashboard.failure()).hasCount(0);
    }

    @Test
    void missingFieldsAreReported() {
        dashboard.signIn("", "");

        assertThat(dashboard.field("Email")).hasAccessibleDescription("Enter your email.");
        assertThat(dashboard.field("Password")).hasAccessibleDescription("Enter your password.");
        assertThat(dashboard.field("Email")).isFocused();
    }

    @Test
    void tokensAreNotPersisted() {
        dashboard.signIn(hall.owner()).awaitStatistics();

        assertThat((String) dashboard.page().evaluate("JSON.stringify([localStorage, sessionStorage])"))
                .isEqualTo("[{},{}]");
        assertThat(dashboard.page().context().cookies()).isEmpty();
        assertThat((int) dashboard.page().evaluate("indexedDB.databases().then(databases => databases.length)"))
                .isZero();

        dashboard.page().reload();
        assertThat(dashboard.heading("Sign in")).isVisible();
    }

    @Test
    void signOutEndsTheSession() {
        var session = dashboard
                .page()
                .waitForResponse("**/auth/login", () -> dashboard.signIn(hall.owner()))
                .text();
        dashboard.awaitStatistics();

        dashboard
                .page()
                .waitForResponse(
                        "**/auth/logout", () -> dashboard.button("Sign out").click());

        assertThat(dashboard.page().getByText("You are signed out.")).isVisible();
        assertThat(dashboard.page().locator("#activities tr")).hasCount(0);
        assertThat(dashboard.page().content())
                .doesNotContain(Hall.NAME, hall.owner().password());
        var refreshToken = session.replaceAll(".*\"refreshToken\":\"([^\"]+)\".*", "$1");
        http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(refreshToken))
                .send()
                .expectProblem(401, "invalid-refresh-token");
    }

    /** From sign-in to the timeline of an activity without a mouse. */
    @Test
    void dashboardIsUsableByKeyboard() {
        var keys = dashboard.page().keyboard();
        keys.type(hall.owner().email());
        keys.press("Tab");
        keys.type(People.PASSWORD);
        keys.press("Enter");
        dashboard.awaitStatistics();
        assertThat(dashboard.heading(Hall.NAME)).isFocused();

        keys.press("Tab");
        keys.press("ArrowRight");
        assertThat(dashboard.page().locator("input[name=period][value='90']")).isChecked();
        dashboard.awaitStatistics();

        var activity = dashboard.page().locator("#activities button").first();
        for (var presses = 0; presses < 20 && !isFocused(activity); presses++) {
            keys.press("Tab");
            assertThat(outline()).as("focus outline").startsWith("3px solid");
        }
        assertThat(activity).isFocused();
        keys.press("Enter");
        assertThat(dashboard.page().locator("#timeline-scope")).hasText(activity.innerText());
        assertThat(dashboard.page().locator("#timeline-title")).isFocused();
    }

    @Test
    void skipLinkLeadsToTheContent() {
        var keys = dashboard.page().keyboard();
        dashboard.page().getByText("Skip to content").focus();
        assertThat(dashboard.page().getByText("Skip to content")).isInViewport();
        keys.press("Enter");
        keys.press("Tab");

        assertThat(dashboard.field("Email")).isFocused();
    }

    private static boolean isFocused(Locator element) {
        return (boolean) element.evaluate("element => element === document.activeElement");
    }

    /** The outline of the focused element. The label of a radio button shows its outline. */
    private String outline() {
        return (String) dashboard.page().evaluate("""
                () => {
                    const focused = document.activeElement;
                    const style = getComputedStyle(focused.type === 'radio' ? focused.nextElementSibling : focused);
                    return `${style.outlineWidth} ${style.outlineStyle}`;
                }""");
    }
}
