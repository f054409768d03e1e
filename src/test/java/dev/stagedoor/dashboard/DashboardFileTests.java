package dev.stagedoor.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The files of the page and their headers. */
@StagedoorTest
class DashboardFileTests {

    private static final String LIBRARY = "/dashboard/lib/chart.js/4.5.1/dist/chart.umd.min.js";

    @Autowired
    Http http;

    @Test
    void pageIsServedWithAndWithoutATrailingSlash() {
        var redirect = http.get("/dashboard").send().expect(302);
        assertThat(redirect.header("Location")).endsWith("/dashboard/");
        assertThat(http.get("/dashboard/").send().expect(200).body()).contains("<title>Sign in · Stagedoor</title>");
    }

    @ParameterizedTest
    @CsvSource({"/dashboard/, text/html", "/dashboard/main.js, text/javascript", "/dashboard/dashboard.css, text/css"})
    void fileIsRevalidatedByItsETag(String path, String type) {
        var file = http.get(path).bearer("expired").send().expect(200);

        assertThat(file.header("Content-Type")).startsWith(type);
        assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(file.header("ETag")).startsWith("W/\"");
        assertThat(file.header("Last-Modified")).isNull();
        http.get(path).header("If-None-Match", file.header("ETag")).send().expect(304);
        http.get(path).header("If-None-Match", "W/\"another\"").send().expect(200);
    }

    @Test
    void settingsPageIsServedWithAndWithoutATrailingSlash() {
        assertThat(http.get("/preferences").send().expect(302).header("Location"))
                .endsWith("/preferences/");
        assertThat(http.get("/preferences/").send().expect(200).body()).contains("<title>Sign in · Stagedoor</title>");
        http.get("/preferences/nope.js").send().expectProblem(404, "not-found");
    }

    @Test
    void libraryIsCachedForOneYear() {
        assertThat(http.get(LIBRARY).send().expect(200).header("Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/main.js", LIBRARY})
    void largeFilesAreCompressed(String path) {
        assertThat(http.get(path).header("Accept-Encoding", "gzip").send().header("Content-Encoding"))
                .isEqualTo(path.equals(LIBRARY) ? "gzip" : null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/preferences",
                "/preferences/",
                "/dashboard",
                "/dashboard/",
                "/dashboard/api.js",
                LIBRARY,
                "/dashboard/nope"
            })
    void pageHasSecurityHeaders(String path) {
        var response = http.get(path).send();

        assertThat(response.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
                .contains("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/nope.js",
                "/dashboard/nope/",
                "/dashboard/lib/",
                "/dashboard/lib/chart.js/",
                "/dashboard/lib/chart.js/4.5.1/dist/nope.js",
                "/dashboard/lib/swagger-ui/index.html",
                "/dashboards"
            })
    void missingFileReturns404(String path) {
        http.get(path).send().expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"POST, /dashboard", "POST, /dashboard/", "PUT, /dashboard/main.js", "DELETE, /dashboard/"})
    void unsupportedMethodReturns405(String method, String path) {
        http.call(method, path, BodyPublishers.noBody()).send().expectProblem(405, "method-not-allowed");
    }
}
