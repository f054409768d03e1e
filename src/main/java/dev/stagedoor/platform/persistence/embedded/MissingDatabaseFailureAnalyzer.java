package dev.stagedoor.platform.persistence.embedded;

import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Precedes the analyzer of Spring Boot, which recommends the unsupported H2 database. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class MissingDatabaseFailureAnalyzer implements FailureAnalyzer {

    private static final String ACTION = """
            Configure a PostgreSQL database, for example:

                SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:5432/stagedoor
                SPRING_DATASOURCE_USERNAME=stagedoor
                SPRING_DATASOURCE_PASSWORD=...

            To try the service with an embedded database, start it from the sources: ./mvnw spring-boot:run""";

    private final Environment environment;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        boolean databaseMissing = NoDatabaseUrl.isMissing(environment)
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(MissingDatabaseFailureAnalyzer::isDataSourceFailure);
        return databaseMissing ? new FailureAnalysis("No database is configured.", ACTION, failure) : null;
    }

    /** Compares the name, because the type is package-private in Spring Boot. */
    private static boolean isDataSourceFailure(Throwable cause) {
        return cause.getClass().getSimpleName().equals("DataSourceBeanCreationException");
    }
}
