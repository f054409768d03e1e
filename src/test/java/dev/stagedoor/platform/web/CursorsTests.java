package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.support.StagedoorTest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@StagedoorTest
class CursorsTests {

    @Autowired
    Cursors cursors;

    @Test
    void sealedValuesAreReturned() {
        assertThat(cursors.open("list", cursors.seal("list", 7, "b"))).containsExactly("7", "b");
    }

    @Test
    void cursorOfAnotherScopeIsRejected() {
        var cursor = cursors.seal("list of one", "a");

        assertThatThrownBy(() -> cursors.open("list of another", cursor)).isInstanceOf(ProblemException.class);
    }

    @Test
    void cursorWithAChangedBitIsRejected() {
        var sealed = Base64.getUrlDecoder().decode(cursors.seal("list", "2026-11-21", "b"));

        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var forged = sealed.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThatThrownBy(() -> cursors.open("list", cursor)).isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "****", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "ä"})
    void malformedCursorIsRejected(String cursor) {
        assertThatThrownBy(() -> cursors.open("list", cursor)).isInstanceOf(ProblemException.class);
    }
}
