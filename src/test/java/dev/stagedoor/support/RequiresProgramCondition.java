package dev.stagedoor.support;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Evaluates {@link RequiresProgram}. */
class RequiresProgramCondition implements ExecutionCondition {

    private final ProgramLookup lookup;
    private final boolean isCi;

    RequiresProgramCondition() {
        this(ProgramLookup.ofSystem(), "true".equals(System.getenv("CI")));
    }

    RequiresProgramCondition(ProgramLookup lookup, boolean isCi) {
        this.lookup = lookup;
        this.isCi = isCi;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return findAnnotation(context.getElement(), RequiresProgram.class)
                .map(RequiresProgram::value)
                .map(this::evaluate)
                .orElseGet(() -> ConditionEvaluationResult.enabled("No program is required"));
    }

    private ConditionEvaluationResult evaluate(Program... required) {
        var missing = Stream.of(required)
                .filter(program -> program.find(lookup).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("All required programs are installed");
        }
        if (isCi && missing.stream().anyMatch(Program::isInstalledByCi)) {
            throw new AssertionFailedError("CI must install all programs: " + describe(missing));
        }
        return ConditionEvaluationResult.disabled(describe(missing));
    }

    private static String describe(List<Program> missing) {
        return missing.stream().map(Program::missingMessage).collect(Collectors.joining("; "));
    }
}
