package dev.stagedoor.platform.migration;

import java.util.Arrays;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.jdbc.core.JdbcTemplate;

/** Flyway's own account of what is applied. */
@RequiredArgsConstructor
final class HistoryTable {

    /** "Flyway" in ASCII: with the table's name, the advisory lock that Flyway itself migrates under. */
    private static final long FLYWAY = 0x466C_7977_6179L;

    private final Flyway flyway;
    private final JdbcTemplate jdbc;

    /** Waits until nobody else migrates; nobody can until the transaction ends. */
    void lock() {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, FLYWAY + name().hashCode());
    }

    Optional<MigrationInfo> newest() {
        return Arrays.stream(flyway.info().applied())
                .filter(MigrationInfo::isVersioned)
                .reduce((older, newer) -> newer);
    }

    void forget(MigrationInfo migration) {
        jdbc.update("DELETE FROM " + name() + " WHERE installed_rank = ?", migration.getInstalledRank());
    }

    private String name() {
        var configuration = flyway.getConfiguration();
        return "\"%s\".\"%s\"".formatted(configuration.getDefaultSchema(), configuration.getTable());
    }
}
