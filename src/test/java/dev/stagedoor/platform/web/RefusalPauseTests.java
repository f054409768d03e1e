package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.error.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class RefusalPauseTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void delayPrecedesTheResponse() {
        var sent = new ArrayList<Integer>();
        var pause = new RefusalPause() {
            @Override
            void await() {
                sent.add(response.getContentAsByteArray().length);
            }
        };

        writeProblem(Optional.of(pause));

        assertThat(sent).containsExactly(0);
        assertThat(response.getContentAsByteArray()).isNotEmpty();
    }

    @Test
    void delayIsOptional() {
        writeProblem(Optional.empty());

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsByteArray()).isNotEmpty();
    }

    @Test
    void delayTakesAtLeastOneMillisecond() {
        var start = System.nanoTime();

        new RefusalPause().await();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(1));
    }

    private void writeProblem(Optional<RefusalPause> pause) {
        new ProblemWriter(JsonMapper.shared(), pause)
                .write(
                        ProblemCode.NOT_FOUND,
                        "The resource does not exist.",
                        List.of(),
                        new MockHttpServletRequest(),
                        response);
    }
}
