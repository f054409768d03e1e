package dev.stagedoor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The page at a service whose access tokens are over in a moment, and which counts who tries too often. */
@StagedoorTest
@TestPropertySource(
        properties = {
            "stagedoor.access.access-token-ttl=2s",
            "stagedoor.rate-limit.enabled=true",
            "stagedoor.rate-limit.limits.login-by-account.tries=2"
        })
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class DashboardRenewalTests {

    @Autowired
    Http http;

    @Autowired
    BeanFactory service;

    /** The figures and the timeline are refused at the same time, and the refresh token works once. */
    @Test
    void anExpiredTokenIsRenewedOnceAndNobodyNotices() {
        var hall = Hall.busy(service);
        try (var dashboard =
                DashboardPage.open(http.address()).signIn(hall.owner()).awaitFigures()) {
            dashboard.page().waitForTimeout(2500);

            var renewal = dashboard
                    .page()
                    .waitForResponse(
                            "**/auth/refresh", () -> dashboard.choice("90 days").check());

            assertThat(renewal.status()).isEqualTo(200);
            dashboard.awaitFigures();
            assertThat(dashboard.page().locator("#points tr")).hasCount(90);
            assertThat(dashboard.failure()).hasCount(0);
            assertThat(dashboard.refusals())
                    .hasSize(2)
                    .allMatch(refusal -> refusal.matches("401 .*/analytics/favorites(/timeline)?\\?.*"));
        }
    }

    @Test
    void whoTriesTooOftenHearsForHowLong() {
        var hall = Hall.busy(service);
        try (var dashboard = DashboardPage.open(http.address())) {
            for (var tries = 0; tries < 3; tries++) {
                dashboard
                        .page()
                        .waitForResponse(
                                "**/auth/login",
                                () -> dashboard.signIn(hall.owner().email(), "wrong"));
            }

            assertThat(dashboard.failure()).containsText("You can try again in ");
            dashboard.takePicture("too-often");
            assertThat(dashboard.refusals()).last().asString().startsWith("429 ");
        }
    }
}
