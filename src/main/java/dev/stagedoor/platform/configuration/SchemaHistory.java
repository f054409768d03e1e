package dev.stagedoor.platform.configuration;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Describes a database whose applied migrations differ from those of this version. */
final class SchemaHistory {

    private SchemaHistory() {}

    /** Only the embedded database can be deleted without a backup, so only its sentence proposes that. */
    static String mismatch(Environment environment) {
        var url = environment.getProperty("spring.flyway.url", environment.getProperty("spring.datasource.url", ""));
        return StringUtils.hasText(url)
                ? "The schema history of the database %s does not match this version of Stagedoor."
                        .formatted(url.replaceFirst("\\?.*", ""))
                : "The embedded database belongs to another version of Stagedoor. Delete the directory %s to start with an empty one."
                        .formatted(environment.getProperty("stagedoor.embedded-postgres.data-directory", ".data"));
    }
}
