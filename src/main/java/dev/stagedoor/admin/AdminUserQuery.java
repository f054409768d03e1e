package dev.stagedoor.admin;

import dev.stagedoor.account.Role;
import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts for the admin API. Does not read profiles. */
@Repository
@RequiredArgsConstructor
class AdminUserQuery {

    private static final String COLUMNS = """
            id, email, email_verified, phone, phone_verified, first_name, last_name, role, is_organizer, is_active,
            last_login_at, created_at, updated_at""";

    private final JdbcClient jdbc;

    Optional<AdminUserDto> find(UUID id) {
        return jdbc.sql("SELECT %s FROM users.users WHERE id = ?".formatted(COLUMNS))
                .param(id)
                .query(AdminUserQuery::user)
                .optional();
    }

    List<AdminUserDto> list(UserFilter filter, int page, int limit) {
        var sql = "SELECT %s FROM users.users WHERE %s ORDER BY created_at DESC, id DESC LIMIT %d OFFSET :offset";
        return filter.bind(jdbc.sql(sql.formatted(COLUMNS, filter.sqlCondition(), limit)))
                .param("offset", (page - 1L) * limit)
                .query(AdminUserQuery::user)
                .list();
    }

    long count(UserFilter filter) {
        return filter.bind(jdbc.sql("SELECT count(*) FROM users.users WHERE " + filter.sqlCondition()))
                .query(Long.class)
                .single();
    }

    private static AdminUserDto user(ResultSet row, int number) throws SQLException {
        return new AdminUserDto(
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
                ResultSets.instant(row, "last_login_at"),
                ResultSets.instant(row, "created_at"),
                ResultSets.instant(row, "updated_at"));
    }
}
