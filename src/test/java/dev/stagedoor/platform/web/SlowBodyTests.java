package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.SlowRequest;
import dev.stagedoor.support.StagedoorTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Clients that send their bodies slowly. */
@StagedoorTest
@TestPropertySource(properties = {"stagedoor.http.body.timeout=2s", "server.tomcat.threads.max=40"})
class SlowBodyTests {

    private static final String LOGIN = "{\"email\":\"mia@example.com\",\"password\":\"a-wrong-password\"}";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void bodyThatDoesNotArriveInTimeReturns400() {
        try (var request = new SlowRequest(http, "POST /auth/login", LOGIN)) {
            assertThat(request.response()).startsWith("HTTP/1.1 400").contains("malformed-request", "did not arrive");
        }
    }

    @Test
    void bodyThatArrivesInTimeIsProcessed() {
        try (var request = new SlowRequest(http, "POST /auth/login", LOGIN)) {
            assertThat(request.finish()).startsWith("HTTP/1.1 401").contains("invalid-credentials");
        }
    }

    @Test
    void slowBodiesDoNotBlockOtherRequests() {
        var person = people.anyone();
        var slow = Stream.generate(() -> new SlowRequest(http, "POST /auth/login", LOGIN))
                .limit(120)
                .toList();

        try {
            http.get("/me").as(person).send().expect(200);
        } finally {
            slow.forEach(SlowRequest::close);
        }
    }
}
