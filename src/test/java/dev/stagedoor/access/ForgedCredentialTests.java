package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Forged and misplaced tokens return 401. They do not appear in the response or in the log at level TRACE, and cause no outbound
 * requests.
 */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedCredentialTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    SigningKeys signingKeys;

    @Autowired
    LoggingSystem logging;

    private ServerSocket trap;
    private Forger forger;

    @BeforeAll
    void createForger() throws IOException {
        trap = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        var address = "http://127.0.0.1:%s/keys".formatted(trap.getLocalPort());
        forger = new Forger(
                people.anyone(), people.anyone(), signedOut(), apiKey(), signingKeys.signer(), Pems.pair(), address);
        logging.setLogLevel("dev.stagedoor", LogLevel.TRACE);
    }

    @AfterAll
    void expectActiveSessionAndNoOutboundRequest() throws IOException {
        logging.setLogLevel("dev.stagedoor", null);
        call(forger.victim().accessToken()).expect(200);
        try (var server = trap) {
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    Stream<Forgery> forgeries() throws Exception {
        return Stream.of(
                        ForgedSignatures.of(forger),
                        ForgedHeaders.of(forger),
                        ForgedClaims.of(forger),
                        ForgedShapes.of(forger))
                .flatMap(forgeries -> forgeries);
    }

    Stream<MisplacedToken> misplaced() {
        return MisplacedToken.of(forger, http);
    }

    /** Verifies the test setup: a token that the test builds without changes is valid. */
    @Test
    void unchangedTokenIsAccepted() {
        call(forger.draft().signed(forger.stolenKey())).expect(200);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void forgedTokenReturns401(Forgery forgery, CapturedOutput log) {
        expectRejected(call(forgery.token()), "Bearer error=\"invalid_token\"", forgery.traces(), log);
    }

    @ParameterizedTest
    @MethodSource("misplaced")
    void misplacedTokenReturns401(MisplacedToken token, CapturedOutput log) {
        var traces = new Forgery("", forger.victim().accessToken()).traces();

        expectRejected(token.call().send(), "Bearer", traces, log);
    }

    @Test
    void forgedTokenBesideAValidOneReturns400(CapturedOutput log) {
        var forgery = forger.withOwnKey("", forger.draft());
        var answer = http.get("/me")
                .bearer(forgery.token())
                .another("Authorization", "Bearer " + forger.victim().accessToken())
                .send();

        answer.expectProblem(400, "malformed-request");
        assertThat(forgery.traces()).allSatisfy(trace -> assertThat(log).doesNotContain(trace));
    }

    @Test
    void atLeast60KindsAreTested() throws Exception {
        assertThat(Stream.concat(forgeries(), misplaced()).map(Object::toString))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(60);
    }

    private Person signedOut() {
        var person = people.anyone();
        http.post("/auth/logout", "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken()))
                .send()
                .expect(204);
        return person;
    }

    private String apiKey() {
        return http.post("/admin/api-keys", "{\"name\": \"Feed\", \"scopes\": [\"catalog:write\"]}")
                .as(people.admin())
                .send()
                .expect(201)
                .text("/key");
    }

    private Answer call(String token) {
        return http.get("/me").bearer(token).send();
    }

    private static void expectRejected(Answer answer, String challenge, List<String> traces, CapturedOutput log) {
        answer.expectProblem(401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith(challenge);
        var response = answer.body() + answer.response().headers().map();
        assertThat(traces).allSatisfy(trace -> assertThat(response).doesNotContain(trace));
        assertThat(traces).allSatisfy(trace -> assertThat(log).doesNotContain(trace));
        assertThat(log).doesNotContain(ForgedHeaders.LINE);
    }
}
