package dev.stagedoor.platform.migration;

import java.util.List;

/** Schemas are missing, and the migration role cannot create them. */
final class MissingSchemasException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSchemasException(String role, List<String> schemas) {
        super(
                "The database role %s cannot create the missing schemas %s: grant it CREATE on the database, or create them and grant it USAGE and CREATE on each."
                        .formatted(role, String.join(", ", schemas)));
    }
}
