package dev.stagedoor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.Route;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Permissions, empty states and failures of the page. */
@StagedoorTest
@RequiresProgram(Program.CHROMIUM)
@Tag("browser")
class DashboardStateTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory service;

    @Test
    void ownerOfTwoCompaniesCanSelectOne() {
        var first = Hall.busy(service);
        var second = Hall.another(service, first.owner());
        try (var dashboard = open(first.owner())) {
            dashboard.awaitStatistics();
            var shown = dashboard.page().locator("#company").inputValue();
            var other = shown.equals(first.company().toString()) ? second : first;

            dashboard
                    .page()
                    .waitForResponse(
                            response -> response.url().contains("companyId=" + other.company()),
                            () -> dashboard
                                    .field("Company")
                                    .selectOption(other.company().toString()));

            dashboard.awaitStatistics();
            assertThat(dashboard.heading(Hall.NAME)).isVisible();
        }
    }

    @Test
    void ownerOfOneCompanySeesNoSelection() {
        try (var dashboard = open(Hall.busy(service).owner()).awaitStatistics()) {
            assertThat(dashboard.heading(Hall.NAME)).isVisible();
            assertThat(dashboard.page().locator("#company-field")).not().isVisible();
            assertThat(dashboard.page().locator("#company-id-form")).not().isVisible();
        }
    }

    @Test
    void companyWithoutActivitiesShowsAnEmptyState() {
        try (var dashboard = open(Hall.empty(service).owner()).awaitStatistics()) {
            assertThat(dashboard.page().getByText("The company has no activities yet."))
                    .isVisible();
            assertThat(dashboard.page().getByText("No favorites in this period yet."))
                    .isVisible();
            assertThat(dashboard.page().locator("canvas").first()).not().isVisible();
            dashboard.takeScreenshot("empty");

            dashboard.page().getByLabel("Type").selectOption("SERVICE");
            assertThat(dashboard.page().getByText("The company has no activities of this type."))
                    .isVisible();
        }
    }

    @Test
    void userWithoutACompanySeesAHint() {
        var person = people.anyone();
        var company = things.company();
        try (var dashboard = open(person)) {
            assertThat(dashboard.page().getByText("you are not a member of a company yet"))
                    .isVisible();
            dashboard.takeScreenshot("no-company");

            jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, 'OWNER')")
                    .params(company, person.id())
                    .update();
            dashboard.button("Check again").click();

            dashboard.awaitStatistics();
            assertThat(dashboard.heading("Company " + company)).isVisible();
        }
    }

    @Test
    void adminSelectsACompanyById() {
        var hall = Hall.busy(service);
        try (var dashboard = open(people.admin())) {
            var id = dashboard.page().getByLabel("Company id");

            id.fill("northwall");
            dashboard.page().locator("#company-id-form button").click();
            assertThat(id).hasAttribute("aria-invalid", "true");

            id.fill(UUID.randomUUID().toString());
            dashboard.page().locator("#company-id-form button").click();
            assertThat(dashboard.failure()).containsText("company");

            id.fill(hall.company().toString());
            dashboard.page().locator("#company-id-form button").click();
            dashboard.awaitStatistics();
            assertThat(dashboard.page().locator("#activities tr")).hasCount(20);
            assertThat(dashboard.failure()).hasCount(0);
        }
    }

    @Test
    void problemOfTheServiceIsShown() {
        var hall = Hall.busy(service);
        try (var dashboard = open(hall.owner()).awaitStatistics()) {
            setMember(hall, false);
            dashboard.choice("7 days").check();
            assertThat(dashboard.failure()).containsText("Not allowed");
            assertThat(dashboard.failure()).containsText("Only members of the company can read its statistics.");
            assertThat(dashboard.page().locator("#totals")).not().isVisible();
            dashboard.takeScreenshot("error");

            setMember(hall, true);
            dashboard.button("Try again").click();
            dashboard.awaitStatistics();
            assertThat(dashboard.failure()).hasCount(0);
        }
    }

    @Test
    void failedDownloadIsReported() {
        var hall = Hall.busy(service);
        try (var dashboard = open(hall.owner()).awaitStatistics()) {
            setMember(hall, false);
            dashboard.button("CSV of the activities").click();
            assertThat(dashboard.failure()).containsText("Only members of the company can read its statistics.");
        }
    }

    @Test
    void unreachableServiceIsReportedAndRetried() throws IOException {
        var hall = Hall.busy(service);
        try (var route = Route.to("localhost", URI.create(http.address()).getPort());
                var dashboard = DashboardPage.open("http://localhost:" + route.port())) {
            dashboard.holdRequests("**/analytics/**").signIn(hall.owner());
            assertThat(dashboard.page().locator("#results")).hasAttribute("aria-busy", "true");
            assertThat(dashboard.page().locator("#status")).hasText("Loading");
            dashboard.takeScreenshot("loading");
            dashboard.releaseRequests().awaitStatistics();

            route.disconnect();
            dashboard.choice("90 days").check();
            assertThat(dashboard.failure()).containsText("Cannot reach the service");
            dashboard.takeScreenshot("out-of-reach");

            route.restore();
            dashboard.button("Try again").click();
            dashboard.awaitStatistics();
            assertThat(dashboard.page().locator("#points tr")).hasCount(90);
        }
    }

    @Test
    void endedSessionShowsTheSignInForm() {
        var hall = Hall.busy(service);
        try (var dashboard = open(hall.owner()).awaitStatistics()) {
            endSessions(hall.owner());

            // click() instead of check(), because the radio button disappears before its state could be verified.
            dashboard.choice("7 days").click();

            assertThat(dashboard.page().getByText("Your session has ended. Sign in again."))
                    .isVisible();
            assertThat(dashboard.page().getByLabel("Password")).isFocused();
            assertThat(dashboard.page().locator("#activities tr")).hasCount(0);
            assertThat(dashboard.page().locator("#totals .total")).hasCount(0);
            assertThat(dashboard.failedRequests()).anyMatch(request -> request.endsWith("/auth/refresh"));
        }
    }

    private DashboardPage open(Person person) {
        return DashboardPage.open(http.address()).signIn(person);
    }

    private void setMember(Hall hall, boolean isMember) {
        var sql = isMember
                ? "INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, 'OWNER')"
                : "DELETE FROM companies.company_members WHERE company_id = ? AND user_id = ?";
        jdbc.sql(sql).params(hall.company(), hall.owner().id()).update();
    }

    /** Ends all sessions by a password change, as on another device. */
    private void endSessions(Person person) {
        var passwords = """
                {"currentPassword": "%s", "newPassword": "the-second-act-begins"}""";
        http.put("/me/password", passwords.formatted(person.password()))
                .as(person)
                .send()
                .expect(204);
    }
}
