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

/** The page with short-lived access tokens and rate limits. */
@StagedoorTest
@TestPropertySource(
        properties = {
            "stagedoor.access.access-token-ttl=2s",
            "stagedoor.rate-limit.enabled=true",
            "stagedoor.rate-limit.limits.login-by-account-and-address.tries=2"
        })
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class DashboardRenewalTests {

    @Autowired
    Http http;

    @Autowired
    BeanFactory service;

    /** Two concurrent requests fail with an expired token, and the refresh token can be used once. */
    @Test
    void expiredTokenIsRefreshedOnce() {
        var hall = Hall.busy(service);
        try (var dashboard =
                DashboardPage.open(http.address()).signIn(hall.owner()).awaitStatistics()) {
            dashboard.page().waitForTimeout(2500);

            var refresh = dashboard
                    .page()
                    .waitForResponse(
                            "**/auth/refresh", () -> dashboard.choice("90 days").check());

            assertThat(refresh.status()).isEqualTo(200);
            dashboard.awaitStatistics();
            assertThat(dashboard.page().locator("#points tr")).hasCount(90);
            assertThat(dashboard.failure()).hasCount(0);
            assertThat(dashboard.failedRequests())
                    .hasSize(2)
                    .allMatch(request -> request.matches("401 .*/analytics/favorites(/timeline)?\\?.*"));
        }
    }

    @Test
    void rateLimitShowsTheWaitingTime() {
        var hall = Hall.busy(service);
        try (var dashboard = DashboardPage.open(http.address())) {
            for (var attempts = 0; attempts < 3; attempts++) {
                dashboard
                        .page()
                        .waitForResponse(
                                "**/auth/login",
                                () -> dashboard.signIn(hall.owner().email(), "wrong"));
            }

            assertThat(dashboard.failure()).containsText("You can try again in ");
            dashboard.takeScreenshot("too-often");
            assertThat(dashboard.failedRequests()).last().asString().startsWith("429 ");
        }
    }
}
