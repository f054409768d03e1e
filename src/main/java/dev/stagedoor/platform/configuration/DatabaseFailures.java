package dev.stagedoor.platform.configuration;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Describes failures of the database at startup. */
final class DatabaseFailures {

    private DatabaseFailures() {}

    /** Returns null if the connection succeeded. */
    static @Nullable String unreachable(SQLException failure, Environment environment) {
        var state = String.valueOf(failure.getSQLState());
        var url = environment.getProperty("spring.datasource.url", "").replaceFirst("\\?.*", "");
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "Cannot connect to the database at SPRING_DATASOURCE_URL (%s).".formatted(url);
        }
        if (state.startsWith("28")) {
            return "The database %s rejects SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.".formatted(url);
        }
        return state.startsWith("3D")
                ? "The database in SPRING_DATASOURCE_URL (%s) does not exist.".formatted(url)
                : null;
    }

    /** Only the embedded database can be deleted without a backup, so only its sentence proposes that. */
    static String historyMismatch(Environment environment) {
        var url = environment.getProperty("spring.flyway.url", environment.getProperty("spring.datasource.url", ""));
        return StringUtils.hasText(url)
                ? "The schema history of the database %s does not match this version of Stagedoor."
                        .formatted(url.replaceFirst("\\?.*", ""))
                : "The embedded database belongs to another version of Stagedoor. Delete the directory %s to start with an empty one."
                        .formatted(environment.getProperty("stagedoor.embedded-postgres.data-directory", ".data"));
    }
}
