package dev.stagedoor.platform.invariant;

import java.util.Map;

/**
 * A condition that the stored data always satisfies.
 *
 * @param rule       the condition in a few words
 * @param violations a SELECT of one column with the ids of the violating rows; the job prints them, so it must return ids only
 * @param parameters the parameters of the SELECT by name
 */
public record Invariant(String rule, String violations, Map<String, Object> parameters) {

    public Invariant(String rule, String violations) {
        this(rule, violations, Map.of());
    }
}
