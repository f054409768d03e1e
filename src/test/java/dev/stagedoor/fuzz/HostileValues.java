package dev.stagedoor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Generates values of wrong types, at and beyond bounds, of excessive size, and with unusual Unicode or syntax. */
final class HostileValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "null",
            "undefined",
            "true",
            "0",
            "-1",
            "NaN",
            "1e309",
            "[]",
            "{}",
            "a\u0000b",
            "\u0000",
            "\u202Eabc",
            "\u200b",
            "\ufeffabc",
            "\uffff",
            "\ud83d\udc69\u200d\ud83d\ude80",
            "e\u0301",
            "\u00e9",
            "\u0130",
            "\u00df",
            "\ufb03",
            "\u2028",
            "\r\nSet-Cookie: a=b",
            "' OR '1'='1",
            "'; DROP TABLE users.users; --",
            "%",
            "%%",
            "_",
            "\\",
            "\"",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "#{7*7}",
            "{{7*7}}",
            "../../etc/passwd",
            "=1+1",
            "@SUM(A1)",
            "\u0660\u0661",
            "2026-02-30",
            "0000-00-00",
            "+99999-01-01",
            "2026-1-1",
            "2026-01-01T25:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "0-0-0-0-0",
            "SLOT_BASED ",
            "slot_based",
            "ADMIN",
            "*",
            "a@b",
            "a@b.c, d@e.f",
            "\"a b\"@example.com",
            "a@\u00e4\u00f6.example",
            "x".repeat(65),
            "x".repeat(256),
            "x".repeat(4000));

    private static final List<String> JSONS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "-0",
            "1",
            "1.5",
            "1e2",
            "1e400",
            "-1e400",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "0.1e-400",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"\":null}",
            "{\"a\":{\"b\":[1,{\"c\":null}]}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uD83D\\uDE80\"",
            "[1,\"a\",null,{}]",
            "\"2026-02-30\"",
            "\"9999-12-31T23:59:60Z\"",
            "\"1969-12-31T23:59:59.999999999Z\"",
            "\"+1e9\"");

    private static final List<String> BROKEN = List.of(
            "",
            ",",
            "nul",
            "'a'",
            "{",
            "[",
            "\"",
            "01",
            "NaN",
            "Infinity",
            "// a",
            "/* a */ 1",
            "\u0000",
            "{\"a\":1,}",
            "[1,]",
            "0x10",
            "+1",
            ".5",
            "1.",
            "\"\t\"",
            "\"\\x\"");

    private final RandomGenerator random;

    HostileValues(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a value for a path, a query or a header. */
    String text(JsonNode schema) {
        var bounds = bounds(schema);
        return bounds.isEmpty() || random.nextInt(3) > 0 ? any(TEXTS) : unquoted(any(bounds));
    }

    /** Returns a value in a body, which may be malformed JSON. */
    String json(JsonNode schema) {
        var bounds = bounds(schema);
        return switch (random.nextInt(8)) {
            case 0 -> JSON.writeValueAsString(any(TEXTS));
            case 1 -> any(BROKEN);
            case 2 -> deep(random.nextInt(1, 200));
            case 3 -> many(schema, random.nextInt(1, 300));
            case 4, 5 -> bounds.isEmpty() ? any(JSONS) : any(bounds);
            default -> any(JSONS);
        };
    }

    String broken() {
        return any(BROKEN);
    }

    /** Returns values below, at and above each bound of a schema, as JSON. */
    private List<String> bounds(JsonNode schema) {
        var values = new ArrayList<String>();
        for (var bound : List.of("minLength", "maxLength")) {
            around(schema, bound).forEach(length -> values.add('"' + "\u00e4".repeat((int) length) + '"'));
        }
        for (var bound : List.of("minimum", "maximum")) {
            around(schema, bound).forEach(number -> values.add(String.valueOf(number)));
        }
        for (var bound : List.of("minItems", "maxItems")) {
            around(schema, bound).forEach(size -> values.add(many(schema, (int) size)));
        }
        return values;
    }

    private static LongStream around(JsonNode schema, String bound) {
        return schema.has(bound)
                ? LongStream.rangeClosed(-1, 1)
                        .map(step -> schema.path(bound).asLong() + step)
                        .filter(value ->
                                !bound.endsWith("gth") && !bound.endsWith("tems") || value >= 0 && value < 20_000)
                : LongStream.empty();
    }

    private String many(JsonNode schema, int size) {
        var entry = schema.has("items") && random.nextBoolean() ? "\"a\"" : any(JSONS);
        return IntStream.range(0, Math.min(size, 2000))
                .mapToObj(index -> entry)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String deep(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static String unquoted(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
