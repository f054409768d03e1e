package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.Representation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads account, profile and memberships in one statement. */
@Repository
class MeQuery {

    private static final String COMPANIES = """
            (SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'role', m.role) ORDER BY c.name, c.id)
             FROM companies.company_members m JOIN companies.companies c ON c.id = m.company_id
             WHERE m.user_id = u.id)""";

    private static final String SQL = """
            SELECT u.id, u.email, u.email_verified, u.phone, u.phone_verified, u.first_name, u.last_name, u.role,
                   u.is_organizer, u.password_hash IS NOT NULL AS has_password, u.created_at, GREATEST(u.updated_at, p.updated_at) AS updated_at,
                   p.id AS profile_id, p.language, p.birth_date, p.timezone, p.currency, p.settings,
                   %s AS companies
            FROM users.users u JOIN users.user_profiles p ON p.user_id = u.id
            WHERE u.id = ?""".formatted(COMPANIES);

    private static final TypeReference<List<MyCompanyDto>> COMPANY_LIST = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final EntityTags tags;
    private final JsonMapper json;

    MeQuery(JdbcClient jdbc, EntityTags tags) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.json = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** Returns an empty result if the user or the profile row does not exist. */
    Optional<Representation<MeDto>> read(UUID userId) {
        return read(SQL, userId);
    }

    /** Reads like {@link #read(UUID)} and locks both rows for the current transaction. */
    Optional<Representation<MeDto>> readForUpdate(UUID userId) {
        return read(SQL + " FOR NO KEY UPDATE OF u, p", userId);
    }

    private Optional<Representation<MeDto>> read(String sql, UUID userId) {
        return jdbc.sql(sql)
                .param(userId)
                .query((row, number) -> tags.represent(me(row)))
                .optional();
    }

    private MeDto me(ResultSet row) throws SQLException {
        var settings = row.getString("settings");
        var companies = row.getString("companies");
        return new MeDto(
                ResultSets.uuid(row, "id"),
                ResultSets.uuid(row, "profile_id"),
                row.getString("email"),
                row.getBoolean("email_verified"),
                row.getString("phone"),
                row.getBoolean("phone_verified"),
                row.getString("first_name"),
                row.getString("last_name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("is_organizer"),
                row.getBoolean("has_password"),
                row.getString("language"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("timezone"),
                row.getString("currency"),
                settings == null || !settings.startsWith("{") ? null : json.readValue(settings, SETTINGS),
                companies == null ? List.of() : json.readValue(companies, COMPANY_LIST),
                ResultSets.instant(row, "created_at"),
                ResultSets.instant(row, "updated_at"));
    }
}
