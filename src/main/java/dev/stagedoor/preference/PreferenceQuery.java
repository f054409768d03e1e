package dev.stagedoor.preference;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the preferences of a user in one statement. */
@Repository
@RequiredArgsConstructor
class PreferenceQuery {

    private static final String SQL =
            "SELECT %s FROM users.user_profiles p WHERE p.user_id = ?".formatted(StoredPreferencesReader.COLUMNS);

    private final JdbcClient jdbc;
    private final StoredPreferencesReader reader;

    /** Returns an empty result if the user has no profile. */
    Optional<StoredPreferences> find(UUID userId) {
        return jdbc.sql(SQL)
                .param(userId)
                .query((row, number) -> reader.read(row))
                .optional();
    }
}
