package dev.stagedoor.platform.configuration;

import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** Says why the database cannot be used at the start. */
final class UnreachableDatabase {

    private UnreachableDatabase() {}

    /** Null where the database was reached. */
    static String sentence(SQLException failure, Environment environment) {
        var state = String.valueOf(failure.getSQLState());
        var url = environment.getProperty("spring.datasource.url", "").replaceFirst("\\?.*", "");
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "SPRING_DATASOURCE_URL (%s) leads to no database that answers.".formatted(url);
        }
        if (state.startsWith("28")) {
            return "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD do not open the database %s."
                    .formatted(url);
        }
        return state.startsWith("3D") ? "SPRING_DATASOURCE_URL (%s) names no existing database.".formatted(url) : null;
    }
}
