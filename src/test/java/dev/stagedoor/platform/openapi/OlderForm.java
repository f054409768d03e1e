package dev.stagedoor.platform.openapi;

import dev.stagedoor.support.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document of OpenAPI 3.1 as one of 3.0, as far as that can say the same: in the newer form the library that compares
 * documents does not look into lists.
 */
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
