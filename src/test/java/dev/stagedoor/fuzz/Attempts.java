package dev.stagedoor.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Generates valid requests and corrupts one or two parts of each. The same number produces the same request. */
final class Attempts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Accept",
                    List.of(
                            "text/html",
                            "application/xml;q=0.1",
                            "*/*;q=0",
                            "text/csv",
                            "application/json;v=2",
                            "a/b/c",
                            ";"),
            "Accept-Language", List.of("de", "xx-YY", ";;q=1", "*", "de;q=abc", "zh-Hant-TW-x-a"),
            "Authorization",
                    List.of(
                            "Bearer",
                            "Bearer ",
                            "Bearer a.b.c",
                            "Basic YTpi",
                            "bearer null",
                            "Bearer eyJhbGciOiJub25lIn0.e30."),
            "Content-Encoding", List.of("gzip", "br", "identity", "x"),
            "Content-Type",
                    List.of(
                            "text/plain",
                            "application/xml",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data; boundary=a",
                            "application/json; charset=utf-7",
                            "application/json; charset=\"",
                            "json",
                            "*/*"),
            "If-Match", List.of("*", "\"\"", "W/\"a\"", "a", "\"a\", \"b\"", ","),
            "If-None-Match", List.of("*", "\"\"", "W/\"a\"", "a", ",,"),
            "Range", List.of("bytes=0-1", "bytes=9-1", "lines=1"),
            "X-API-Key", List.of("", "sd_a", "a b", "%00"),
            "X-HTTP-Method-Override", List.of("DELETE", "TRACE"));

    /** Operations that may compute a password hash. They are called 20 times less often. */
    private static final Pattern PASSWORDS = Pattern.compile("/(login|register|password|deletion)$");

    private final List<Operation> operations;
    private final Map<String, String> known;
    private final Map<String, String> tokens;
    private final String apiKey;
    private final long seed;

    /**
     * @param known  existing ids by the name of their parameter or field
     * @param tokens access tokens by the first segment of the path
     * @param apiKey the key for operations that accept only API keys
     */
    Attempts(
            List<Operation> operations,
            Map<String, String> known,
            Map<String, String> tokens,
            String apiKey,
            long seed) {
        this.operations = operations;
        this.known = known;
        this.tokens = tokens;
        this.apiKey = apiKey;
        this.seed = seed;
    }

    Attempt generate(int number) {
        var random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        var operation = operations.get(number % operations.size());
        while (PASSWORDS.matcher(operation.path()).find() && random.nextInt(20) > 0) {
            operation = operations.get(random.nextInt(operations.size()));
        }
        return new Generator(operation, random).generate();
    }

    private final class Generator {

        private final Operation operation;
        private final RandomGenerator random;
        private final HostileValues hostile;
        private final GoodValues good;
        private final List<String> query = new ArrayList<>();
        private final Attempt attempt;
        private JsonNode body;

        private Generator(Operation operation, RandomGenerator random) {
            this.operation = operation;
            this.random = random;
            this.hostile = new HostileValues(random);
            this.good = new GoodValues(known, random);
            this.attempt = new Attempt(operation);
        }

        private Attempt generate() {
            var parameters = operation.parameters();
            var corruptedParameter = parameters.isEmpty() || random.nextInt(hasBody() ? 4 : 2) > 0
                    ? -1
                    : random.nextInt(parameters.size());
            for (var index = 0; index < parameters.size(); index++) {
                set(parameters.get(index), index == corruptedParameter);
            }
            authenticate();
            if (hasBody()) {
                addBody(corruptedParameter < 0);
            }
            if (!hasBody() && corruptedParameter < 0 || random.nextInt(10) == 0) {
                corruptHeader();
            }
            if (!query.isEmpty()) {
                attempt.path += "?" + String.join("&", query);
            }
            return attempt;
        }

        private boolean hasBody() {
            return !operation.types().isEmpty();
        }

        private void authenticate() {
            var segment = operation.path().split("/")[1];
            var token = tokens.get(segment);
            if (random.nextInt(40) == 0) {
                return;
            }
            if (segment.equals("notifications")) {
                attempt.headers.put("X-API-Key", apiKey);
            } else if (token != null) {
                attempt.headers.put("Authorization", "Bearer " + token);
            }
        }

        private void set(Operation.Parameter parameter, boolean isCorrupted) {
            var value = isCorrupted ? hostile.text(parameter.schema()) : good.text(operation, parameter);
            switch (parameter.in()) {
                case "path" ->
                    attempt.path = attempt.path.replace(
                            "{" + parameter.name() + "}", encoded(value.isBlank() ? "%20" : value));
                case "query" -> addQuery(parameter, value, isCorrupted);
                default -> {
                    // corruptHeader() handles headers, because not every value is valid in one.
                }
            }
        }

        private void addQuery(Operation.Parameter parameter, String value, boolean isCorrupted) {
            if (isCorrupted) {
                query.add(parameter.name() + "=" + (random.nextInt(12) == 0 ? "%ff%fe" : encoded(value)));
                if (random.nextInt(6) == 0) {
                    query.add(parameter.name() + "=" + encoded(hostile.text(parameter.schema())));
                }
            } else if (parameter.isRequired() || random.nextInt(4) == 0) {
                query.add(parameter.name() + "=" + encoded(value));
            }
        }

        private void addBody(boolean isCorrupted) {
            var types = List.copyOf(operation.types());
            attempt.headers.put("Content-Type", hostile.any(types));
            body = good.json(operation, "", operation.body());
            var text = isCorrupted ? corruptedBody() : JSON.writeValueAsString(body);
            attempt.body = text.getBytes(StandardCharsets.UTF_8);
            if (isCorrupted && attempt.body.length > 0 && random.nextInt(25) == 0) {
                attempt.body[random.nextInt(attempt.body.length)] = (byte) random.nextInt(256);
            }
        }

        private String corruptedBody() {
            return switch (random.nextInt(16)) {
                case 0 -> hostile.broken() + JSON.writeValueAsString(body);
                case 1 -> cut(JSON.writeValueAsString(body));
                case 2 -> withExtraField();
                case 3 -> hostile.json(operation.body());
                case 4 ->
                    random.nextInt(20) == 0
                            ? "[" + "0,".repeat(40_000) + "0]"
                            : "\ufeff" + JSON.writeValueAsString(body);
                case 5, 6 -> withoutField();
                default -> replaced(body, operation.body());
            };
        }

        private String cut(String text) {
            return text.substring(0, 1 + random.nextInt(text.length() - 1));
        }

        /** Adds a duplicate or unknown field. */
        private String withExtraField() {
            var text = JSON.writeValueAsString(body);
            var names = List.copyOf(body.propertyNames());
            var name = names.isEmpty() || random.nextBoolean() ? "__proto__" : hostile.any(names);
            return text.substring(0, text.length() - 1) + (names.isEmpty() ? "" : ",") + JSON.writeValueAsString(name)
                    + ":" + hostile.json(body) + "}";
        }

        private String withoutField() {
            if (body instanceof ObjectNode object && !object.isEmpty()) {
                object.remove(hostile.any(List.copyOf(object.propertyNames())));
            }
            return JSON.writeValueAsString(body);
        }

        /** Replaces a random element of the body. */
        private String replaced(JsonNode element, JsonNode schema) {
            if (element instanceof ObjectNode object && !object.isEmpty()) {
                var name = hostile.any(List.copyOf(object.propertyNames()));
                var inner = operation.properties(schema).get(name);
                replace(object.get(name), inner, value -> object.set(name, value));
            } else if (element instanceof ArrayNode list && !list.isEmpty()) {
                replace(list.get(0), operation.resolved(schema.path("items")), value -> list.set(0, value));
            }
            return JSON.writeValueAsString(body);
        }

        private void replace(JsonNode value, JsonNode schema, Consumer<JsonNode> setter) {
            if (value.isContainer() && !value.isEmpty() && random.nextInt(3) > 0) {
                replaced(value, schema);
            } else {
                setter.accept(JsonNodeFactory.instance.rawValueNode(new RawValue(hostile.json(schema))));
            }
        }

        private void corruptHeader() {
            var name = hostile.any(List.copyOf(new TreeSet<>(HEADERS.keySet())));
            attempt.headers.put(name, hostile.any(HEADERS.get(name)));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
