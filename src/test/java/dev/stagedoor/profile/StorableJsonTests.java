package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StorableJsonTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"\":\"\"}",
                "{\"a\":[1,-2.5,true,false,null,\"text\"]}",
                "{\"ключ\":\"🎭\"}",
                "{\"n\":[1e30,-1e30,1000000000000000000000000000000]}",
                "{\"n\":[1e-30,-1e-30,0,-0.0,0e30,1.50]}",
                "{\"n\":12345678901234567890123456789.5}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}"
            })
    void valueThatJsonbCanStoreIsAccepted(String json) {
        assertThat(StorableJson.fits(read(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":[[\"\\ud800\"]]}",
                "{\"a\":{\"\\u0000\":1}}",
                "{\"n\":1e300}",
                "{\"n\":1.1e30}",
                "{\"n\":-2e30}",
                "{\"n\":9e-31}",
                "{\"n\":0e-300}",
                "{\"n\":1e400}",
                "{\"n\":-1e400}",
                "{\"n\":1e-400}",
                "{\"n\":1e2147483647}",
                "{\"n\":[1e999999999]}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}",
                "{\"a\":[[[[[[[[]]]]]]]]}"
            })
    void unstorableOrDeepValueIsRejected(String json) {
        assertThat(StorableJson.fits(read(json))).isFalse();
    }

    @Test
    void numberWithMoreThan30SignificantDigitsIsRejected() {
        assertThat(StorableJson.fits(read("{\"n\":" + "9".repeat(30) + "}"))).isTrue();
        assertThat(StorableJson.fits(read("{\"n\":0." + "9".repeat(31) + "}"))).isFalse();
    }

    @Test
    void sizeIsMeasuredWithAllDigits() {
        var numbers = "1e30,".repeat(511);

        assertThat(StorableJson.fits(read("{\"n\":[" + numbers + "1]}"))).isTrue();
        assertThat(StorableJson.fits(read("{\"n\":[" + numbers + "1e30]}"))).isFalse();
    }

    @Test
    void sizeIsLimitedTo16KiB() {
        var frame = "{\"a\":\"\"}".length();

        assertThat(StorableJson.fits(read("{\"a\":\"" + "x".repeat(16_384 - frame) + "\"}")))
                .isTrue();
        assertThat(StorableJson.fits(read("{\"a\":\"" + "x".repeat(16_385 - frame) + "\"}")))
                .isFalse();
    }

    @Test
    void sizeIsMeasuredInBytes() {
        assertThat(StorableJson.fits(read("{\"a\":\"" + "ü".repeat(8_000) + "\"}")))
                .isTrue();
        assertThat(StorableJson.fits(read("{\"a\":\"" + "ü".repeat(8_200) + "\"}")))
                .isFalse();
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}
