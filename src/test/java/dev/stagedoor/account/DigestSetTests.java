package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestSetTests {

    @Test
    void eachTextIsAddedOnce() {
        var set = new DigestSet();

        assertThat(IntStream.range(0, 100_000).mapToObj(String::valueOf).filter(set::add))
                .hasSize(100_000);
        assertThat(IntStream.range(0, 100_000).mapToObj(String::valueOf).filter(set::add))
                .isEmpty();
    }
}
