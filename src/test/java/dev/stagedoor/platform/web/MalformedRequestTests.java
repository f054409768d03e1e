package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.RawHttp;
import dev.stagedoor.support.StagedoorTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that Tomcat, Spring Security or Spring MVC cannot process before a controller is called. */
@StagedoorTest
@Tag("fuzz")
class MalformedRequestTests {

    static final List<String> PATHS = List.of(
            "/nope",
            "/me",
            "/favorites/a",
            "/activities",
            "/auth/login",
            "/livez",
            "/dashboard/nope",
            "/swagger-ui/nope",
            "/v3/api-docs/client",
            "/error");

    private static final List<String> PATH_PARAMETERS = List.of(
            ";%zz", ";%", ";a=%", ";a=%4", ";%zz=b", ";a=b;c=%g0", ";=%zz", "/b;%zz/c", ";a=%c3%28", ";;", ";=");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "Authorization",
            "Cache-Control",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Type",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "TE",
            "Upgrade",
            "User-Agent",
            "X-API-Key",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id",
            "traceparent",
            "tracestate",
            "baggage");

    private static final List<String> VALUES = List.of(
            "",
            "*",
            "*/*",
            "application/*",
            "*/json",
            "application/*+json",
            "/",
            ";",
            ",",
            "=",
            "\"",
            "%",
            "%zz",
            "\u0001",
            "\u00ff",
            "a/b/c",
            "application/json;charset=utf-99",
            "application/json;charset=*",
            "application/json;charset=\"",
            "application/json;charset",
            "application/json;q=2",
            "text/html;q=x",
            "de;q=abc",
            "bytes=1-0",
            "bytes=-",
            "http://[",
            "https://a b",
            "-1",
            "99999999999999999999",
            "Thu, 99 Foo 2026 25:61:61 GMT",
            "Bearer \u00e9",
            "Basic !");

    @Autowired
    Http http;

    private RawHttp raw;

    @BeforeEach
    void connect() {
        raw = new RawHttp(http);
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void malformedPathParameterReturns400(String path) {
        for (var parameters : List.of(";%zz", ";a=%", "/b;%zz/c")) {
            expectMalformed(raw.send("GET " + path + parameters + " HTTP/1.1", "Host: localhost"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "*/json", "*"})
    void wildcardContentTypeOfAnUnknownPathReturns404(String type) {
        for (var method : List.of("GET", "POST", "PUT", "DELETE")) {
            assertThat(raw.send(method + " /nope HTTP/1.1", "Host: localhost", "Content-Type: " + type))
                    .startsWith("HTTP/1.1 404")
                    .contains("application/problem+json", "not-found");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /livez, 200", "POST, /auth/login, 415", "GET, /dashboard/nope, 404", "GET, /me, 401"})
    void wildcardContentTypeIsHandledLikeAMissingOne(String method, String path, int status) {
        assertThat(raw.send(method + " " + path + " HTTP/1.1", "Host: localhost", "Content-Type: */*"))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nope",
                "GET /activities",
                "GET /livez",
                "GET /swagger-ui/nope",
                "POST /auth/login",
                "OPTIONS /me"
            })
    void noHeaderValueCausesAServerError(String target) {
        HEADERS.stream()
                .flatMap(name -> VALUES.stream().map(value -> name + ": " + value))
                .forEach(header -> expectNoServerError(target + " HTTP/1.1", header));
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void noPathParameterCausesAServerError(String path) {
        Stream.concat(PATH_PARAMETERS.stream(), VALUES.stream().map(value -> ";a=" + value))
                .forEach(parameter -> expectNoServerError("GET " + path + parameter + " HTTP/1.1", "Accept: */*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer a", "X-API-Key: a", "Content-Type: application/json"})
    void repeatedHeaderReturns400(String header) {
        for (var path : List.of("/me", "/activities", "/nope")) {
            expectMalformed(raw.send("GET " + path + " HTTP/1.1", "Host: localhost", header, header + "b"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 100_000})
    void overlongHeaderReturns400(int length) {
        expectMalformed(raw.send("GET /activities HTTP/1.1", "Host: localhost", "X-Long: " + "a".repeat(length)));
    }

    private void expectNoServerError(String requestLine, String header) {
        assertThat(raw.send(requestLine, "Host: localhost", header).substring(0, 12))
                .as(requestLine + "\n" + header)
                .matches("HTTP/1.1 [234][0-9]{2}");
    }

    private static void expectMalformed(String response) {
        assertThat(response)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "malformed-request", "X-Request-Id");
    }
}
