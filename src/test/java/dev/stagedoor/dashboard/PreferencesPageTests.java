package dev.stagedoor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The settings page for notifications. */
@StagedoorTest
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class PreferencesPageTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    private Person mia;

    @BeforeEach
    void createUser() {
        mia = people.verified();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 320"})
    void pageHasNoAccessibilityViolations(ColorScheme scheme, int width) {
        try (var page = open(scheme, width)) {
            expectAccessible(page);

            signIn(page);

            expectAccessible(page);
            page.takeScreenshot("preferences-" + scheme + "-" + width);
        }
    }

    @Test
    void changesAreSavedAndTheirEffectIsShown() {
        try (var page = open(ColorScheme.LIGHT, 1280)) {
            signIn(page);
            assertThat(effect(page, "Security", 1)).hasText("sent: the category is mandatory");
            assertThat(effect(page, "Favorites", 1)).hasText("not sent: the channel is off");
            assertThat(page.field("Security: email")).isDisabled();

            page.field("Emails").check();
            assertThat(effect(page, "Favorites", 1)).hasText("sent");
            assertThat(effect(page, "Offers", 1)).hasText("not sent: the category is off");

            page.field("Offers: email").check();
            assertThat(effect(page, "Offers", 1)).hasText("sent");

            page.button("For 1 day").click();
            assertThat(effect(page, "Offers", 1)).containsText("notifications are snoozed");
            page.button("End snooze").click();
            assertThat(effect(page, "Offers", 1)).hasText("sent");

            var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
            page.field("From").fill(now.minusHours(1).toString());
            page.field("To").fill(now.plusHours(1).toString());
            page.button("Set for every day").click();
            assertThat(effect(page, "Offers", 1)).containsText("quiet hours");
            page.button("Remove").click();
            assertThat(effect(page, "Offers", 1)).hasText("sent");
            assertThat(page.failedRequests()).isEmpty();
        }
        var stored = http.get("/me/notification-preferences").as(mia).send().expect(200);
        assertThat(stored.json().at("/emailEnabled").asBoolean()).isTrue();
        assertThat(stored.json().at("/categories").valueStream())
                .filteredOn(category -> category.path("key").asString().equals("offers"))
                .singleElement()
                .returns(true, offers -> offers.path("email").asBoolean());
        assertThat(stored.json().at("/quietHours").isNull()).isTrue();
    }

    @Test
    void checkBoxIsChangedWithTheKeyboardAndKeepsTheFocus() {
        try (var page = open(ColorScheme.LIGHT, 1280)) {
            signIn(page);

            page.page().keyboard().press("Tab");
            assertThat(page.field("All notifications")).isFocused();
            page.page().keyboard().press("Space");

            assertThat(effect(page, "Favorites", 0)).hasText("not sent: all notifications are off");
            assertThat(page.field("All notifications")).isFocused();
        }
    }

    @Test
    void rejectedChangeIsExplained() {
        try (var page = open(ColorScheme.LIGHT, 1280)) {
            signIn(page);

            page.field("From").fill("22:00");
            page.field("To").fill("22:00");
            page.button("Set for every day").click();

            assertThat(page.failure()).containsText("must differ from to");
        }
    }

    private DashboardPage open(ColorScheme scheme, int width) {
        return DashboardPage.open(
                http.address(),
                "/preferences",
                new NewContextOptions()
                        .setLocale("en-US")
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, 800));
    }

    private void signIn(DashboardPage page) {
        page.signIn(mia);
        assertThat(page.page().locator("#effects tr").first()).isVisible();
        assertThat(page.page().locator("#preferences[aria-busy]")).hasCount(0);
    }

    private static Locator effect(DashboardPage page, String category, int channel) {
        return page.page()
                .locator("#effects tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.page()
                                .getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions()
                                                .setName(category)
                                                .setExact(true))))
                .locator("td")
                .nth(channel);
    }

    private static void expectAccessible(DashboardPage page) {
        assertThat(new AxeBuilder(page.page()).analyze().getViolations()).isEmpty();
        assertThat((Integer) page.page()
                        .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
    }
}
