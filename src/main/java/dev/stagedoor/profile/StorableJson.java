package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.TextRules;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** Limits of free-form JSON: 16 KiB, 8 levels, and values that a jsonb column can store. */
final class StorableJson {

    private static final int BYTES = 16 * 1024;
    private static final int LEVELS = 8;
    private static final int DIGITS = 300;

    private StorableJson() {}

    static boolean fits(JsonNode value) {
        return isStorable(value, LEVELS) && size(value.toString()) <= BYTES;
    }

    static boolean fits(Collection<JsonNode> values) {
        return values.stream().allMatch(value -> isStorable(value, LEVELS)) && size(values.toString()) <= BYTES;
    }

    private static int size(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isStorable(JsonNode value, int levels) {
        if (value.isContainer()) {
            return levels > 0
                    && value.propertyNames().stream().allMatch(TextRules::isWellFormed)
                    && value.values().stream().allMatch(child -> isStorable(child, levels - 1));
        }
        return !value.isNumber() && !value.isString()
                || value.isString() && TextRules.isWellFormed(value.stringValue())
                || value.isNumber() && hasFewDigits(value);
    }

    /** jsonb stores numbers with all digits, so a short literal such as 1e300000 could become very long. */
    private static boolean hasFewDigits(JsonNode number) {
        var decimal = number.decimalValue();
        return decimal.precision() <= DIGITS && Math.abs((long) decimal.scale()) <= DIGITS;
    }
}
