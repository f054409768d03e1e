package dev.stagedoor.profile;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): null removes a member, objects are merged, and other values are replaced. */
final class MergePatch {

    private MergePatch() {}

    /** Returns the merged value. Modifies neither argument. */
    static @Nullable JsonNode apply(@Nullable JsonNode target, @Nullable JsonNode patch) {
        if (!(patch instanceof ObjectNode)) {
            return patch == null || patch.isNull() ? null : patch;
        }
        var result = target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> merge(result, change.getKey(), change.getValue()));
        return result;
    }

    private static void merge(ObjectNode result, String name, JsonNode change) {
        if (change.isNull()) {
            result.remove(name);
        } else {
            result.set(name, apply(result.get(name), change));
        }
    }
}
