package dev.stagedoor.platform.persistence.embedded;

import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Goes before Spring Boot's own analyzer, which recommends an H2 that this service could not use. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class MissingDatabaseFailureAnalyzer implements FailureAnalyzer {

    private static final String ACTION = """
            Tell the service where its PostgreSQL is, for example:

                SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:5432/stagedoor
                SPRING_DATASOURCE_USERNAME=stagedoor
                SPRING_DATASOURCE_PASSWORD=...

            For a trial run that brings its own database, start it from the sources: ./mvnw spring-boot:run""";

    private final Environment environment;

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        boolean databaseMissing = NoDatabaseUrl.holdsFor(environment)
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(MissingDatabaseFailureAnalyzer::isDataSourceFailure);
        return databaseMissing ? new FailureAnalysis("No database is configured.", ACTION, failure) : null;
    }

    /** By name, because Spring Boot keeps the type to its own package. */
    private static boolean isDataSourceFailure(Throwable cause) {
        return cause.getClass().getSimpleName().equals("DataSourceBeanCreationException");
    }
}
