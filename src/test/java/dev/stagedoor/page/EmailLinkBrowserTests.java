package dev.stagedoor.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.access.TokenPurpose;
import dev.stagedoor.support.Chromium;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A phone without JavaScript. */
@StagedoorTest
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class EmailLinkBrowserTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    OneTimeTokens tokens;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void passwordIsResetWithTheKeyboard(ColorScheme scheme) {
        var person = people.anyone();
        try (var window = phone(scheme)) {
            var page = window.newPage();
            page.navigate(link("/reset-password", person, TokenPurpose.RESET_PASSWORD));
            var field = page.getByRole(AriaRole.TEXTBOX);

            field.fill("short");
            field.press("Enter");

            assertThat(page.locator("#password-error")).hasText("New password must have 12 to 128 characters");
            assertThat(page).hasURL(http.address() + "/reset-password");
            assertFits(page);

            field.fill("a wholly new Passphrase 7");
            field.press("Enter");

            assertThat(heading(page)).hasText("Your password is changed");
        }
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
    }

    @Test
    void emailIsConfirmedInTheLanguageOfTheBrowser() {
        var person = people.anyone();
        try (var window = phone(ColorScheme.LIGHT)) {
            var page = window.newPage();
            page.setExtraHTTPHeaders(Map.of("Accept-Language", "de"));
            page.navigate(link("/verify-email", person, TokenPurpose.VERIFY_EMAIL));

            page.getByRole(AriaRole.BUTTON).click();

            assertThat(heading(page)).hasText("Ihre E-Mail-Adresse ist bestätigt");
        }
    }

    private static BrowserContext phone(ColorScheme scheme) {
        return Chromium.window(new NewContextOptions()
                .setViewportSize(360, 640)
                .setJavaScriptEnabled(false)
                .setColorScheme(scheme));
    }

    private String link(String path, Person person, TokenPurpose purpose) {
        return http.address() + path + "?token="
                + tokens.issue(
                        person.id(), person.email(), purpose, Instant.now().plusSeconds(600));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING);
    }

    /** Nothing is wider than the screen. */
    private static void assertFits(Page page) {
        assertThat(page.locator("main").boundingBox().width).isLessThanOrEqualTo(360);
    }
}
