package dev.stagedoor.platform.openapi;

import dev.stagedoor.support.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Converts a document from OpenAPI 3.1 to 3.0, because the comparison library ignores lists in 3.1 documents. */
final class OlderForm {

    private OlderForm() {}

    static String of(String document) {
        var older = (ObjectNode) Yaml.read(document);
        older.put("openapi", "3.0.3");
        older.forEach(OlderForm::change);
        return older.toString();
    }

    private static void change(JsonNode node) {
        node.forEach(OlderForm::change);
        if (node instanceof ObjectNode schema && schema.path("type") instanceof ArrayNode types) {
            var names = types.valueStream().map(JsonNode::asString).toList();
            var named = names.stream().filter(name -> !name.equals("null")).toList();
            schema.remove("type");
            if (named.size() == 1) {
                schema.put("type", named.get(0));
            }
            schema.put("nullable", names.contains("null"));
        }
    }
}
