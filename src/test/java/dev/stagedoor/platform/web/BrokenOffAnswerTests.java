package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A failed response becomes a problem unless it is committed. Then the connection is closed. */
class BrokenOffAnswerTests {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Calls())
            .setControllerAdvice(new ProblemAdvice(new ProblemWriter(JsonMapper.shared()), null))
            .build();

    @Test
    void uncommittedResponseIsReplacedByAProblem() throws Exception {
        mvc.perform(get("/uncommitted"))
                .andExpect(status().isInternalServerError())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(header().doesNotExist("Content-Disposition"))
                .andExpect(content().string(not(containsString("half"))));
    }

    @Test
    void committedResponseIsAborted() {
        assertThatThrownBy(() -> mvc.perform(get("/committed"))).hasRootCauseMessage("the other half");
    }

    @RestController
    static class Calls {

        @GetMapping("/uncommitted")
        void uncommitted(HttpServletResponse response) throws IOException {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment");
            response.getOutputStream().print("half");
            throw new IllegalStateException("the other half");
        }

        @GetMapping("/committed")
        void committed(HttpServletResponse response) throws IOException {
            send(response, "half");
            throw new IllegalStateException("the other half");
        }

        private static void send(HttpServletResponse response, String text) throws IOException {
            response.getOutputStream().print(text);
            response.flushBuffer();
        }
    }
}
