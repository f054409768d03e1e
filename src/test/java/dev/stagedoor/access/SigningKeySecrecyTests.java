package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class SigningKeySecrecyTests {

    private static final KeyPair PAIR = Pems.pair();

    @Test
    void keyWithoutHeaderAndFooterIsNotDisclosed() {
        var body = Pems.body(PAIR.getPrivate());

        var failure = catchThrowable(() -> SigningKey.configured(body));

        assertThat(failure).hasMessageContaining("STAGEDOOR_JWT_PRIVATE_KEY");
        assertThat(trace(failure)).doesNotContain(body);
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
