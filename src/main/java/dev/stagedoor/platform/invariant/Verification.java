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
 * Asks every invariant, all in one snapshot: the service may go on meanwhile, and what it commits is seen as a whole or
 * not at all. The database counts; no more than the ids that are printed ever come here.
 */
@Component
@JobDefinition("verify")
class Verification implements Job {

    private static final int SHOWN = 20;

    private final List<Invariants> rooms;
    private final JdbcClient jdbc;
    private final JobOutput console;
    private final TransactionTemplate snapshot;

    Verification(
            List<Invariants> rooms, JdbcClient jdbc, JobOutput console, PlatformTransactionManager transactionManager) {
        this.rooms = rooms;
        this.jdbc = jdbc;
        this.console = console;
        this.snapshot = new TransactionTemplate(transactionManager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public boolean run() {
        return Boolean.TRUE.equals(snapshot.execute(status -> verify()));
    }

    private boolean verify() {
        var invariants = rooms.stream().flatMap(room -> room.list().stream()).toList();
        var violated =
                invariants.stream().filter(invariant -> !holds(invariant)).count();
        console.print("%d invariants, %d violated".formatted(invariants.size(), violated));
        return violated == 0;
    }

    private boolean holds(Invariant invariant) {
        var violations = violations(invariant);
        if (violations.isEmpty()) {
            console.print("ok: " + invariant.rule());
            return true;
        }
        var number = violations.get(0).number();
        console.print("%d violation%s: %s".formatted(number, number == 1 ? "" : "s", invariant.rule()));
        violations.forEach(violation -> console.print("    " + violation.id()));
        if (number > SHOWN) {
            console.print("    and %d more".formatted(number - SHOWN));
        }
        return false;
    }

    private List<Violation> violations(Invariant invariant) {
        return jdbc.sql("""
                SELECT CAST(id AS text) AS id, count(*) OVER () AS number FROM (%s) AS violations (id)
                ORDER BY id LIMIT %d""".formatted(invariant.violations(), SHOWN))
                .params(invariant.parameters())
                .query((row, number) -> new Violation(row.getString("id"), row.getLong("number")))
                .list();
    }

    /** One of so many. */
    private record Violation(String id, long number) {}
}
