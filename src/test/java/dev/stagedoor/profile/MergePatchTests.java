package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of RFC 7396, appendix A, with object patches, and further ones. */
class MergePatchTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "[\"a\",\"b\"] | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "[1,2] | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
                "{\"a\":{\"b\":1}} | {} | {\"a\":{\"b\":1}}",
                "{\"a\":{\"b\":1}} | {\"a\":{}} | {\"a\":{\"b\":1}}",
                "{\"a\":1} | {\"a\":{\"b\":[null,{\"c\":null}]}} | {\"a\":{\"b\":[null,{\"c\":null}]}}",
                "{\"a\":[1,2,3]} | {\"a\":[]} | {\"a\":[]}"
            })
    void patchIsMergedAsInTheRfc(String target, String patch, String result) {
        assertThat(MergePatch.apply(json(target), json(patch))).isEqualTo(json(result));
    }

    @Test
    void nullTargetIsTreatedAsAnEmptyObject() {
        assertThat(MergePatch.apply(null, json("{\"a\":1,\"b\":null}"))).isEqualTo(json("{\"a\":1}"));
    }

    @Test
    void nullPatchClearsTheTarget() {
        assertThat(MergePatch.apply(json("{\"a\":1}"), json("null"))).isNull();
        assertThat(MergePatch.apply(json("{\"a\":1}"), null)).isNull();
    }

    @Test
    void argumentsAreNotModified() {
        var target = json("{\"a\":{\"b\":1}}");
        var patch = json("{\"a\":{\"b\":null,\"c\":{\"d\":null}}}");

        MergePatch.apply(target, patch);

        assertThat(target).isEqualTo(json("{\"a\":{\"b\":1}}"));
        assertThat(patch).isEqualTo(json("{\"a\":{\"b\":null,\"c\":{\"d\":null}}}"));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
