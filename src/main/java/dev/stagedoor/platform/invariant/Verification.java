package dev.stagedoor.platform.invariant;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.JobOutput;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks all invariants in one snapshot, so that concurrent commits of the service are visible completely or not at all.
 * The database counts the violations and returns only the ids to print.
 */
@Component
@JobDefinition("verify")
class Verification implements Job {

    private static final int MAX_PRINTED = 20;

    private final List<Invariants> sources;
    private final JdbcClient jdbc;
    private final JobOutput output;
    private final TransactionTemplate snapshot;

    Verification(
            List<Invariants> sources,
            JdbcClient jdbc,
            JobOutput output,
            PlatformTransactionManager transactionManager) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.output = output;
        this.snapshot = new TransactionTemplate(transactionManager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public boolean run() {
        return Boolean.TRUE.equals(snapshot.execute(status -> verify()));
    }

    private boolean verify() {
        var invariants =
                sources.stream().flatMap(source -> source.list().stream()).toList();
        var violated =
                invariants.stream().filter(invariant -> !holds(invariant)).count();
        output.print("%s invariants, %s violated".formatted(invariants.size(), violated));
        return violated == 0;
    }

    private boolean holds(Invariant invariant) {
        var violations = violations(invariant);
        if (violations.isEmpty()) {
            output.print("ok: " + invariant.rule());
            return true;
        }
        var count = violations.get(0).count();
        output.print("%s violation%s: %s".formatted(count, count == 1 ? "" : "s", invariant.rule()));
        violations.forEach(violation -> output.print("    " + violation.id()));
        if (count > MAX_PRINTED) {
            output.print("    and %s more".formatted(count - MAX_PRINTED));
        }
        return false;
    }

    private List<Violation> violations(Invariant invariant) {
        return jdbc.sql("""
                SELECT CAST(id AS text) AS id, count(*) OVER () AS count FROM (%s) AS violations (id)
                ORDER BY id LIMIT %s""".formatted(invariant.violations(), MAX_PRINTED))
                .params(invariant.parameters())
                .query((row, index) -> new Violation(row.getString("id"), row.getLong("count")))
                .list();
    }

    private record Violation(String id, long count) {}
}
