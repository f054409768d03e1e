package dev.stagedoor.platform.security;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A controller without an access rule. */
@StagedoorTest
@Import(DenyByDefaultTests.ForgottenController.class)
class DenyByDefaultTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"/forgotten", "/auth/forgotten"})
    void operationWithoutRuleRejectsAnonymousCallers(String path) {
        http.get(path).send().expectProblem(401, "unauthorized");
    }

    @Test
    void operationWithoutRuleRejectsAdmins() {
        http.get("/forgotten").as(people.admin()).send().expectProblem(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unknown", "/auth/unknown", "/forgotten/unknown"})
    void unknownPathReturns404(String path) {
        http.get(path).send().expectProblem(404, "not-found");
    }

    @RestController
    static class ForgottenController {

        @GetMapping({"/forgotten", "/auth/forgotten"})
        String read() {
            return "not protected";
        }
    }
}
