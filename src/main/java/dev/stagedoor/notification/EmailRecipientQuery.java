package dev.stagedoor.notification;

import jakarta.annotation.Nullable;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads recipients from accounts, profiles and suspensions. */
@Repository
@RequiredArgsConstructor
class EmailRecipientQuery {

    private static final String SELECT = """
                SELECT u.id AS user_id, u.email, u.email_verified, u.first_name, u.is_active AS active, p.language,
                       CASE WHEN NOT u.is_active AND s.user_id IS NULL THEN u.updated_at END AS deleted_at
                FROM users.users u
                LEFT JOIN users.user_profiles p ON p.user_id = u.id
                LEFT JOIN users.suspensions s ON s.user_id = u.id
                WHERE\s""";

    private final JdbcClient jdbc;

    Optional<EmailRecipient> find(@Nullable UUID userId) {
        return jdbc.sql(SELECT + "u.id = ?")
                .param(userId)
                .query(EmailRecipient.class)
                .optional();
    }

    Optional<EmailRecipient> findByEmail(String email) {
        return jdbc.sql(SELECT + "u.email = ?")
                .param(email)
                .query(EmailRecipient.class)
                .optional();
    }
}
