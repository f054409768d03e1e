package dev.stagedoor.platform.invariant;

import java.util.Map;

/**
 * Something that holds of the rows at every moment.
 *
 * @param rule       what holds, in a few words
 * @param violations a SELECT of one column, the ids of what breaks it; they are printed, so never more than ids
 * @param parameters of the SELECT, by name
 */
public record Invariant(String rule, String violations, Map<String, Object> parameters) {

    public Invariant(String rule, String violations) {
        this(rule, violations, Map.of());
    }
}
