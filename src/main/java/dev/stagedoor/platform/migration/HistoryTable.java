package dev.stagedoor.platform.migration;

import java.util.Arrays;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table in which Flyway stores the applied migrations. */
@RequiredArgsConstructor
final class HistoryTable {

    /** "Flyway" in ASCII. The sum of this number and the hash of the table name is the key of Flyway's advisory lock. */
    private static final long LOCK_KEY = 0x466C_7977_6179L;

    private final Flyway flyway;
    private final JdbcTemplate jdbc;

    /** Waits for running migrations, and blocks others until the transaction ends. */
    void lock() {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK_KEY + name().hashCode());
    }

    Optional<MigrationInfo> newest() {
        return Arrays.stream(flyway.info().applied())
                .filter(MigrationInfo::isVersioned)
                .reduce((older, newer) -> newer);
    }

    void delete(MigrationInfo migration) {
        jdbc.update("DELETE FROM " + name() + " WHERE installed_rank = ?", migration.getInstalledRank());
    }

    private String name() {
        var configuration = flyway.getConfiguration();
        return "\"%s\".\"%s\"".formatted(configuration.getDefaultSchema(), configuration.getTable());
    }
}
