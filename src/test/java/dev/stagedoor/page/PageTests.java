package dev.stagedoor.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.env.MockEnvironment;

@StagedoorTest
class PageTests {

    @Autowired
    Http http;

    @Autowired
    PageRenderer pages;

    @Test
    void unknownProblemReturns404() {
        http.get("/problems/unknown").send().expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @EnumSource
    void typeOfAProblemIsAPage(ProblemCode code) {
        var body = http.get("/problems/" + code.code()).send().expect(200).body();

        assertThat(body)
                .contains("Error code " + code.code() + ", HTTP status " + code.status())
                .contains("href=\"../dashboard/dashboard.css\"");
    }

    @Test
    void startPageLinksToTheDashboardAndTheDocumentation() {
        var body = http.get("/").send().expect(200).body();

        assertThat(body).contains("href=\"dashboard/\"", "href=\"swagger-ui.html\"");
        http.get("/dashboard/").send().expect(200);
    }

    @Test
    void startPageRedirectsToTheDashboardInProduction() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("prod");

        var response = new StartPage(environment, pages).show(Locale.ENGLISH);

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(response.getHeaders().getLocation()).hasToString("dashboard/");
    }
}
