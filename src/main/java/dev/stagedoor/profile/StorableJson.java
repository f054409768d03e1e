package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.TextRules;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Limits of free-form JSON: 16 KiB, 8 levels, and values that a jsonb column can store. */
final class StorableJson {

    private static final int BYTES = 16 * 1024;
    private static final int LEVELS = 8;
    private static final int SIGNIFICANT_DIGITS = 30;
    private static final BigDecimal LARGEST = new BigDecimal("1e30");
    private static final BigDecimal SMALLEST = new BigDecimal("1e-30");

    /** Measures the form that jsonb returns: numbers with all digits, without an exponent. */
    private static final JsonMapper PLAIN = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private StorableJson() {}

    static boolean fits(JsonNode value) {
        return isStorable(value, LEVELS) && size(value) <= BYTES;
    }

    static boolean fits(Collection<JsonNode> values) {
        return values.stream().allMatch(value -> isStorable(value, LEVELS)) && size(values) <= BYTES;
    }

    /** Returns the text with the notation of numbers that jsonb returns. */
    static @Nullable String canonical(@Nullable JsonNode value) {
        return value == null ? null : PLAIN.writeValueAsString(value);
    }

    private static int size(Object json) {
        return PLAIN.writeValueAsBytes(json).length;
    }

    private static boolean isStorable(JsonNode value, int levels) {
        if (value.isContainer()) {
            return levels > 0
                    && value.propertyNames().stream().allMatch(TextRules::isWellFormed)
                    && value.values().stream().allMatch(child -> isStorable(child, levels - 1));
        }
        return !value.isNumber() && !value.isString()
                || value.isString() && TextRules.isWellFormed(value.stringValue())
                || value.isNumber() && isBounded(value);
    }

    /** jsonb stores numbers with all digits, so a short literal such as 1e300 would become long. */
    private static boolean isBounded(JsonNode number) {
        var size = number.decimalValue().abs();
        return size.scale() <= 2 * SIGNIFICANT_DIGITS
                && (size.signum() == 0
                        || size.stripTrailingZeros().precision() <= SIGNIFICANT_DIGITS
                                && size.compareTo(SMALLEST) >= 0
                                && size.compareTo(LARGEST) <= 0);
    }
}
