package dev.stagedoor.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documented responses of an operation. */
final class Promise {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final String method;
    private final Pattern path;
    private final int variables;
    private final JsonNode document;
    private final ClosedSchemas schemas;
    private final String responses;

    Promise(String method, String path, JsonNode document, ClosedSchemas schemas) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = Pattern.compile(VARIABLE.matcher(Pattern.quote(path)).replaceAll("\\\\E[^/]+\\\\Q"));
        this.variables = (int) VARIABLE.matcher(path).results().count();
        this.document = document;
        this.schemas = schemas;
        this.responses = "/paths/" + escaped(path) + "/" + method + "/responses/";
    }

    int variables() {
        return variables;
    }

    boolean matches(Exchange exchange) {
        return method.equals(exchange.method()) && path.matcher(exchange.path()).matches();
    }

    List<String> errors(Exchange exchange) {
        var pointer = responses + exchange.status();
        var response = document.at(pointer);
        if (response.isMissingNode()) {
            return List.of("status " + exchange.status());
        }
        var errors = new ArrayList<>(missingHeaders(response, exchange));
        if (!response.has("content")) {
            errors.addAll(exchange.body().isEmpty() ? List.of() : List.of("unexpected body"));
        } else if (!response.at("/content").has(exchange.mediaType())) {
            errors.add("media type " + exchange.mediaType());
        } else if (exchange.mediaType().endsWith("json")) {
            var content = "/content/" + escaped(exchange.mediaType());
            errors.addAll(schemas.errors(schemaAt(pointer + content + "/schema"), exchange.body()));
            errors.addAll(unknownCode(response.at(content), exchange));
        }
        return errors;
    }

    /** Resolves a reference, so that responses share the compiled schema. */
    private String schemaAt(String pointer) {
        var schema = document.at(pointer);
        return schema.has("$ref") ? schema.get("$ref").stringValue().substring(1) : pointer;
    }

    private List<String> missingHeaders(JsonNode response, Exchange exchange) {
        return response.at("/headers")
                .propertyStream()
                .filter(header -> resolved(header.getValue()).path("required").asBoolean(false))
                .filter(header -> exchange.header(header.getKey()).isEmpty())
                .map(header -> "missing header " + header.getKey())
                .toList();
    }

    private JsonNode resolved(JsonNode header) {
        return header.has("$ref") ? document.at(header.get("$ref").stringValue().substring(1)) : header;
    }

    /** The examples contain all documented codes. */
    private static List<String> unknownCode(JsonNode content, Exchange exchange) {
        if (!exchange.mediaType().equals("application/problem+json")) {
            return List.of();
        }
        var code = JSON.readTree(exchange.body()).path("code").asString("");
        return content.at("/examples").has(code) ? List.of() : List.of("code " + code);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
