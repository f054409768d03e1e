package dev.stagedoor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.platform.observability.PromQl.Matcher;
import dev.stagedoor.platform.observability.PromQl.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromQlTests {

    @Test
    void metricsAndLabelsAreExtracted() {
        var query = new PromQl("""
                histogram_quantile(0.99, sum by (le, uri) (rate(a_bucket{uri!~"/x/{id}", b="c"}[$__rate_interval])))
                / on (uri) group_left (job) sum(b:c_total) > 1e3 and max without (z) (d offset 5m) == bool 2""");

        assertThat(query.selectors())
                .containsExactly(
                        new Selector(
                                "a_bucket", List.of(new Matcher("uri", "!~", "/x/{id}"), new Matcher("b", "=", "c"))),
                        new Selector("b:c_total", List.of()),
                        new Selector("d", List.of()));
        assertThat(query.groups()).containsExactly("le", "uri", "uri", "job", "z");
    }

    @Test
    void unsupportedMatchersAreRejected() {
        var query = new PromQl("a{b='c'}");

        assertThatThrownBy(query::selectors).hasMessageContaining("b='c'");
    }
}
