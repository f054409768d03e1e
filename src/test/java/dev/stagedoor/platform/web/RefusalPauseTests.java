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
    void isTakenOnceAndBeforeAnythingIsSent() {
        var sent = new ArrayList<Integer>();
        var pause = new RefusalPause() {
            @Override
            void take() {
                sent.add(response.getContentAsByteArray().length);
            }
        };

        refuse(Optional.of(pause));

        assertThat(sent).containsExactly(0);
        assertThat(response.getContentAsByteArray()).isNotEmpty();
    }

    @Test
    void refusalsAreAnsweredWithoutOneToo() {
        refuse(Optional.empty());

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsByteArray()).isNotEmpty();
    }

    @Test
    void lastsAtLeastAMillisecond() {
        var begun = System.nanoTime();

        new RefusalPause().take();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(1));
    }

    private void refuse(Optional<RefusalPause> pause) {
        new ProblemWriter(JsonMapper.shared(), pause)
                .write(
                        ProblemCode.NOT_FOUND,
                        "There is no such thing.",
                        List.of(),
                        new MockHttpServletRequest(),
                        response);
    }
}
