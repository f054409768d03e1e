package dev.stagedoor.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.job.Jobs;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Runs the migration jobs from the command line, mostly on a database without the current schema. */
@ExtendWith(OutputCaptureExtension.class)
class MigrationJobTests {

    private static final String NEWEST = "SELECT max(version) FROM platform.flyway_schema_history";

    private final Jobs jobs = Jobs.onEmptyDatabase();
    private final Catalog catalog = Catalog.of(jobs.database());
    private int begin;

    /** Skips the output of the database server, which the first test starts. */
    @BeforeEach
    void skipEarlierOutput(CapturedOutput output) {
        begin = output.length();
    }

    @Test
    void statusOfAnEmptyDatabaseChangesNothing(CapturedOutput output) {
        assertThat(jobs.run("migration-status")).isZero();

        assertThat(lines(output))
                .hasSizeGreaterThan(13)
                .allSatisfy(line ->
                        assertThat(line).matches("version +description +state +applied at|\\d{3} .* Pending +-"));
        assertThat(schemas()).isEqualTo("public");
    }

    @Test
    void migrateAppliesPendingMigrationsOnce(CapturedOutput output) {
        assertThat(jobs.run("migrate", "--spring.flyway.enabled=false")).isZero();
        assertThat(jobs.run("migrate")).isZero();

        assertThat(output)
                .contains("\n013 favorite create figures\n")
                .containsPattern("\\n(\\d+) migrations applied, schema version 0\\1\\n");
        assertThat(output).contains("\n0 migrations applied, schema version 0");
        assertThat(jobs.run("migration-status")).isZero();
        assertThat(output).containsPattern("\\n013 +favorite create figures +Success +\\d{4}-\\d\\d-\\d\\dT\\S+Z\\n");
    }

    @Test
    void failedMigrationIsReportedInOneSentence(CapturedOutput output) {
        catalog.jdbc()
                .sql("CREATE SCHEMA audit CREATE TABLE audit_events (id uuid)")
                .update();

        assertThat(jobs.run("migrate")).isEqualTo(1);

        assertThat(lines(output))
                .singleElement()
                .asString()
                .endsWith("Migration V007__admin_create_audit_events.sql failed and was rolled back: "
                        + "ERROR: relation \"audit_events\" already exists");
        assertThat(output).doesNotContain("\tat ");
        assertThat(newest()).isEqualTo("006");
    }

    @Test
    void revertUndoesOnlyTheNewestMigration(CapturedOutput output) {
        jobs.run("migrate");
        var top = newest();

        assertThat(jobs.run("migration-revert")).isZero();

        assertThat(output).contains("\nMigration " + top);
        assertThat(Integer.parseInt(newest())).isEqualTo(Integer.parseInt(top) - 1);
    }

    @Test
    void revertFailsWithoutAppliedMigrations(CapturedOutput output) {
        assertThat(jobs.run("migration-revert")).isEqualTo(1);

        assertThat(lines(output)).singleElement().asString().endsWith("No migration has been applied");
        assertThat(schemas()).isEqualTo("public");
    }

    @Test
    void revertFailsWithoutUndoScript(CapturedOutput output) {
        jobs.run("migrate");
        catalog.jdbc().sql("""
                INSERT INTO platform.flyway_schema_history
                SELECT 99, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 1, installed_by, now(), 1, true
                FROM platform.flyway_schema_history WHERE version = '001'""").update();

        assertThat(jobs.run("migration-revert")).isEqualTo(1);

        assertThat(output).contains("Migration V999__of_tomorrow.sql has no undo script\n");
        assertThat(newest()).isEqualTo("999");
    }

    @Test
    void failedRevertIsRolledBackEntirely(CapturedOutput output) {
        jobs.run("migrate");
        while (Integer.parseInt(newest()) > 13) {
            jobs.run("migration-revert");
        }
        catalog.jdbc()
                .sql("CREATE VIEW public.popular AS SELECT * FROM activities.favorite_counts")
                .update();
        var before = catalog.lines();

        assertThat(jobs.run("migration-revert")).isEqualTo(1);

        assertThat(output)
                .contains("The job migration-revert failed: ", "cannot drop table activities.favorite_counts because")
                .doesNotContain("\tat ");
        assertThat(catalog.lines()).isEqualTo(before);
        assertThat(newest()).isEqualTo("013");
    }

    private Stream<String> lines(CapturedOutput output) {
        return output.toString().substring(begin).lines();
    }

    private String newest() {
        return catalog.jdbc().sql(NEWEST).query(String.class).single();
    }

    private String schemas() {
        return catalog.jdbc()
                .sql("SELECT string_agg(nspname, ' ') FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'")
                .query(String.class)
                .single();
    }
}
