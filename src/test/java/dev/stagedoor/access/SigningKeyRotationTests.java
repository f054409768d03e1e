package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.platform.job.Jobs;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The job rotates the key of a running service. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class SigningKeyRotationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    private Jobs jobs;

    @DynamicPropertySource
    static void refresh(DynamicPropertyRegistry registry) {
        registry.add("stagedoor.access.signing-key-refresh", () -> "100ms");
    }

    @BeforeEach
    void useTheDatabaseOfTheService(@Autowired Environment environment) {
        jobs = new Jobs(new TestDatabase.Url(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password")));
    }

    @Test
    void rotationPublishesTheNextKeyAndKeepsTokensValid() {
        var person = people.anyone();
        var before = kids();

        assertThat(jobs.run("rotate-signing-key")).isZero();

        await().untilAsserted(() -> assertThat(kids()).containsAll(before).hasSizeGreaterThan(before.size()));
        http.get("/me").as(person).send().expect(200);
    }

    @Test
    void immediateRotationEndsEarlierTokensButNotSessions() {
        var person = people.anyone();
        http.get("/me").as(person).send().expect(200);
        var before = kids();

        assertThat(jobs.run("rotate-signing-key", "--now")).isZero();

        await().untilAsserted(() -> http.get("/me").as(person).send().expectProblem(401, "unauthorized"));
        assertThat(kids()).hasSize(1).doesNotContainAnyElementsOf(before);
        var refreshed = http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken()))
                .send()
                .expect(200);
        http.get("/me").bearer(refreshed.text("/accessToken")).send().expect(200);
    }

    @Test
    void configuredKeyIsNotRotated(CapturedOutput output) {
        var before = kids();

        assertThat(jobs.run(
                        "rotate-signing-key", "--now", "--stagedoor.access.jwt-private-key=" + Pems.pkcs8(Pems.pair())))
                .isEqualTo(1);

        assertThat(output).contains("STAGEDOOR_JWT_PRIVATE_KEY is set");
        assertThat(kids()).isEqualTo(before);
    }

    @Test
    void unknownOptionIsRejected() {
        assertThat(jobs.run("rotate-signing-key", "--later")).isEqualTo(2);
        assertThat(jobs.run("rotate-signing-key", "--now=x")).isEqualTo(2);
        assertThat(jobs.run("verify", "--now")).isEqualTo(2);
    }

    private List<String> kids() {
        return http.get("/.well-known/jwks.json")
                .send()
                .expect(200)
                .json()
                .at("/keys")
                .valueStream()
                .map(key -> key.at("/kid").asString())
                .toList();
    }
}
