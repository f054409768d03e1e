package dev.stagedoor.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTests {

    @Test
    void databaseMessageIsReportedWithoutDetails() {
        var databaseError = new SQLException("ERROR: no such thing\n  Detail: Key (email)=(mia@example.com).");
        databaseError.initCause(new IllegalStateException("The socket was closed"));

        assertThat(FailureMessage.sentence(
                        new RuntimeException("outer", new SQLException("The pool is empty", databaseError))))
                .isEqualTo("ERROR: no such thing");
    }

    @Test
    void innermostCauseIsReportedOnOneLine() {
        assertThat(FailureMessage.sentence(new RuntimeException("outer", new RuntimeException(" many\n  words "))))
                .isEqualTo("many words");
    }

    @Test
    void singleWordIsPrefixedWithTheExceptionType() {
        assertThat(FailureMessage.sentence(new ClassNotFoundException("org.example.Driver")))
                .isEqualTo("ClassNotFoundException org.example.Driver");
        assertThat(FailureMessage.sentence(new IllegalStateException((String) null)))
                .isEqualTo("IllegalStateException");
    }

    @Test
    void longMessageIsTruncated() {
        assertThat(FailureMessage.sentence(new IllegalStateException("word ".repeat(200))))
                .hasSize(401)
                .endsWith("…");
    }
}
