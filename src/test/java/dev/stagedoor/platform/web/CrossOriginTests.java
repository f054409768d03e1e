package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests of browsers for pages of other origins. */
@StagedoorTest
class CrossOriginTests {

    private static final String APP = "https://app.example.com";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Autowired
    Http http;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://app.example.com.evil.example",
                "null",
                "*"
            })
    void otherOriginIsRejected(String origin) {
        preflight("/me", "PATCH", "authorization", origin).expectProblem(403, "forbidden");

        var open = http.get("/activities").header("Origin", origin).send().expect(200);
        assertThat(open.header(ALLOWED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "x-anything", "cookie"})
    void unlistedHeaderIsRejected(String header) {
        preflight("/me", "GET", header, APP).expectProblem(403, "forbidden");

        var both = preflight("/me", "GET", "authorization, " + header, APP).expect(200);
        assertThat(both.header("Access-Control-Allow-Headers")).isEqualToIgnoringCase("authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traceparent",
                "tracestate",
                "sentry-trace",
                "baggage",
                "x-datadog-trace-id",
                "x-datadog-parent-id",
                "x-datadog-origin",
                "x-datadog-sampling-priority",
                "b3",
                "x-b3-traceid",
                "x-app-version"
            })
    void tracingHeadersAndConfiguredHeadersAreAllowed(String header) {
        assertThat(preflight("/me", "GET", header, APP).expect(200).header("Access-Control-Allow-Headers"))
                .isEqualToIgnoringCase(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND"})
    void unsupportedMethodIsRejected(String method) {
        preflight("/me", method, "authorization", APP).expectProblem(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {APP, "capacitor://localhost"})
    void preflightRequiresNoToken(String origin) {
        var response = preflight(
                        "/me/notification-preferences",
                        "PATCH",
                        "authorization, content-type, if-match, x-request-id",
                        origin)
                .expect(200);

        assertThat(response.header(ALLOWED)).isEqualTo(origin);
        assertThat(response.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
        assertThat(response.header("Access-Control-Allow-Headers"))
                .containsIgnoringCase("authorization")
                .containsIgnoringCase("if-match");
        assertThat(response.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(response.response().headers().allValues("Vary").toString()).containsIgnoringCase("origin");
    }

    @Test
    void allowedOriginReadsTheExposedHeaders() {
        var mia = people.anyone();

        var response = http.get("/me").as(mia).header("Origin", APP).send().expect(200);

        assertThat(response.header(ALLOWED)).isEqualTo(APP);
        assertThat(response.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Location", "Retry-After", "X-Request-Id", "Deprecation", "Sunset", "Link");
    }

    @Test
    void allowedOriginReadsErrors() {
        var response = http.get("/me").header("Origin", APP).send().expectProblem(401, "unauthorized");

        assertThat(response.header(ALLOWED)).isEqualTo(APP);
        assertThat(http.get("/nope").header("Origin", APP).send().expect(404).header(ALLOWED))
                .isEqualTo(APP);
    }

    @Test
    void publicOriginIsAllowed() {
        http.get("/activities").header("Origin", "http://localhost:8080").send().expect(200);
    }

    private Answer preflight(String path, String method, String headers, String origin) {
        return http.call("OPTIONS", path, BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .send();
    }
}
