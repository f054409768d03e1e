package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a user's rows for the export. Omits columns that contain secrets. */
@Repository
class ExportQuery {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExportQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.json = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    ExportedAccountDto account(UUID userId) {
        return jdbc.sql("SELECT *, password_hash IS NOT NULL AS has_password FROM users.users WHERE id = ?")
                .param(userId)
                .query(ExportQuery::accountOf)
                .single();
    }

    ExportedProfileDto profile(UUID userId) {
        return jdbc.sql("SELECT * FROM users.user_profiles WHERE user_id = ?")
                .param(userId)
                .query(this::profileOf)
                .single();
    }

    /** Returns the audit events about the user, newest first. */
    List<ExportedChangeDto> changes(UUID userId) {
        return jdbc.sql("SELECT * FROM audit.audit_events WHERE user_id = ? ORDER BY created_at DESC, id DESC")
                .param(userId)
                .query((row, number) -> new ExportedChangeDto(
                        row.getString("action"),
                        object(row.getString("before")),
                        object(row.getString("after")),
                        ResultSets.instant(row, "created_at")))
                .list();
    }

    private static ExportedAccountDto accountOf(ResultSet row, int number) throws SQLException {
        return new ExportedAccountDto(
                ResultSets.uuid(row, "id"),
                row.getString("email"),
                row.getBoolean("email_verified"),
                row.getString("phone"),
                row.getBoolean("phone_verified"),
                row.getString("first_name"),
                row.getString("last_name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("is_organizer"),
                row.getBoolean("is_active"),
                row.getBoolean("has_password"),
                row.getString("better_auth_id"),
                ResultSets.instant(row, "last_login_at"),
                ResultSets.instant(row, "created_at"),
                ResultSets.instant(row, "updated_at"));
    }

    private ExportedProfileDto profileOf(ResultSet row, int number) throws SQLException {
        return new ExportedProfileDto(
                ResultSets.uuid(row, "id"),
                row.getString("language"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("timezone"),
                row.getString("currency"),
                object(row.getString("settings")),
                ResultSets.instant(row, "created_at"),
                ResultSets.instant(row, "updated_at"));
    }

    private @Nullable Map<String, Object> object(@Nullable String stored) {
        return stored == null || !stored.startsWith("{") ? null : json.readValue(stored, OBJECT);
    }
}
