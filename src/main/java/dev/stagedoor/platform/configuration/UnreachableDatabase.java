package dev.stagedoor.platform.configuration;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Describes a failed connection to the database at startup. */
final class UnreachableDatabase {

    private UnreachableDatabase() {}

    /** Returns null if the connection succeeded. */
    static @Nullable String sentence(SQLException failure, Environment environment) {
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
}
