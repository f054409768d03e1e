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

/** Coming, staying and going. */
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
    void asksFirst() {
        assertThat(dashboard.page()).hasTitle("Sign in · Stagedoor");
        assertThat(dashboard.page()).hasURL(http.address() + "/dashboard/");
        assertThat(dashboard.field("Email")).isFocused();
        assertThat(dashboard.page().locator("#dashboard")).not().isVisible();
        assertThat(dashboard.refusals()).isEmpty();
        dashboard.takePicture("sign-in");
    }

    @Test
    void refusesAWrongPasswordInTheWordsOfTheService() {
        var refused = http.post(
                        "/auth/login",
                        "{\"email\": \"%s\", \"password\": \"wrong\"}"
                                .formatted(hall.owner().email()))
                .send();

        dashboard.signIn(hall.owner().email(), "wrong");

        assertThat(dashboard.failure()).containsText(refused.text("/title"));
        assertThat(dashboard.failure()).containsText(refused.text("/detail"));
        assertThat(dashboard.field("Password")).isFocused();
        dashboard.takePicture("sign-in-refused");

        dashboard.signIn(hall.owner()).awaitFigures();
        assertThat(dashboard.failure()).hasCount(0);
    }

    @Test
    void asksForWhatIsMissing() {
        dashboard.signIn("", "");

        assertThat(dashboard.field("Email")).hasAccessibleDescription("Enter your email.");
        assertThat(dashboard.field("Password")).hasAccessibleDescription("Enter your password.");
        assertThat(dashboard.field("Email")).isFocused();
    }

    @Test
    void keepsTheTokensNowhere() {
        dashboard.signIn(hall.owner()).awaitFigures();

        assertThat((String) dashboard.page().evaluate("JSON.stringify([localStorage, sessionStorage])"))
                .isEqualTo("[{},{}]");
        assertThat(dashboard.page().context().cookies()).isEmpty();
        assertThat((int) dashboard.page().evaluate("indexedDB.databases().then(databases => databases.length)"))
                .isZero();

        dashboard.page().reload();
        assertThat(dashboard.heading("Sign in")).isVisible();
    }

    @Test
    void signsOutForGood() {
        var session = dashboard
                .page()
                .waitForResponse("**/auth/login", () -> dashboard.signIn(hall.owner()))
                .text();
        dashboard.awaitFigures();

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

    /** From the first key to the timeline of an activity, without a mouse. */
    @Test
    void takesTheKeyboardAlone() {
        var keys = dashboard.page().keyboard();
        keys.type(hall.owner().email());
        keys.press("Tab");
        keys.type(People.PASSWORD);
        keys.press("Enter");
        dashboard.awaitFigures();
        assertThat(dashboard.heading(Hall.NAME)).isFocused();

        keys.press("Tab");
        keys.press("ArrowRight");
        assertThat(dashboard.page().locator("input[name=period][value='90']")).isChecked();
        dashboard.awaitFigures();

        var activity = dashboard.page().locator("#activities button").first();
        for (var presses = 0; presses < 20 && !isFocused(activity); presses++) {
            keys.press("Tab");
            assertThat(outline()).as("a visible focus").startsWith("3px solid");
        }
        assertThat(activity).isFocused();
        keys.press("Enter");
        assertThat(dashboard.page().locator("#timeline-scope")).hasText(activity.innerText());
        assertThat(dashboard.page().locator("#timeline-title")).isFocused();
    }

    @Test
    void skipsToTheContent() {
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

    /** Of what has the focus; a radio button shows it on its label. */
    private String outline() {
        return (String) dashboard.page().evaluate("""
                () => {
                    const focused = document.activeElement;
                    const style = getComputedStyle(focused.type === 'radio' ? focused.nextElementSibling : focused);
                    return `${style.outlineWidth} ${style.outlineStyle}`;
                }""");
    }
}
