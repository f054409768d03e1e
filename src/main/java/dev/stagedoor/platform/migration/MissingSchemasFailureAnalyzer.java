package dev.stagedoor.platform.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class MissingSchemasFailureAnalyzer extends AbstractFailureAnalyzer<MissingSchemasException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSchemasException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
