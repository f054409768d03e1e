package dev.stagedoor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Checks the states of the page in different color schemes and widths with axe (WCAG 2.2 AA and best practices). */
@StagedoorTest
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class DashboardAccessibilityTests {

    @Autowired
    Http http;

    @Autowired
    BeanFactory service;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, light", "DARK, 1280, dark", "LIGHT, 320, narrow", "DARK, 1920, wide"})
    void pageHasNoAccessibilityViolations(ColorScheme scheme, int width, String screenshot) {
        var hall = Hall.busy(service);
        var options = new NewContextOptions()
                .setLocale("en-US")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 800);
        try (var dashboard = DashboardPage.open(http.address(), options)) {
            dashboard.signIn("nobody", "wrong");
            assertThat(dashboard.failure()).isVisible();
            expectAccessible(dashboard);

            dashboard.signIn(hall.owner()).awaitStatistics();
            dashboard.takeScreenshot(screenshot);

            dashboard.page().getByText("Show as table").click();
            dashboard.page().locator("#activities button").first().click();
            dashboard.choice("Custom").check();
            assertThat(dashboard.button("All activities")).isVisible();
            dashboard.awaitStatistics();
            dashboard.page().mouse().move(0, 0);
            expectAccessible(dashboard);
            dashboard.takeScreenshot(screenshot + "-opened");
        }
    }

    private static void expectAccessible(DashboardPage dashboard) {
        var page = dashboard.page();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat((String) page.evaluate("""
                () => [document.documentElement, ...document.querySelectorAll('.scroll')]
                    .filter(element => element.scrollWidth > element.clientWidth)
                    .map(element => element.id || element.tagName)
                    .join()"""))
                .as("elements that are wider than their container")
                .isEmpty();
    }
}
