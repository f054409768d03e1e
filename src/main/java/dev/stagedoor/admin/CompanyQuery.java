package dev.stagedoor.admin;

import dev.stagedoor.admin.AuditRepository.Position;
import dev.stagedoor.catalog.MemberRole;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.SearchPattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads companies and their members. */
@Repository
@RequiredArgsConstructor
class CompanyQuery {

    private final JdbcClient jdbc;

    /**
     * Returns up to {@code limit} companies, newest first.
     *
     * @param search a part of the name; null for all companies
     * @param after  the last company of the previous page; null for the first page
     */
    List<AdminCompanyDto> list(@Nullable String search, @Nullable Position after, int limit) {
        var conditions = "true" + (search == null ? "" : " AND " + SearchPattern.condition("c.name"))
                + (after == null ? "" : " AND (c.created_at, c.id) < (:before, :beforeId)");
        return jdbc.sql("""
                SELECT c.id, c.name, c.created_at,
                       (SELECT count(*) FROM companies.company_members m WHERE m.company_id = c.id) AS members,
                       (SELECT count(*) FROM activities.activities a WHERE a.company_id = c.id) AS activities
                FROM companies.companies c WHERE %s
                ORDER BY c.created_at DESC, c.id DESC LIMIT %s""".formatted(conditions, limit))
                .param("search", search == null ? null : SearchPattern.of(search))
                .param("before", after == null ? null : ResultSets.timestamp(after.createdAt()))
                .param("beforeId", after == null ? null : after.id())
                .query(CompanyQuery::company)
                .list();
    }

    boolean exists(UUID companyId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM companies.companies WHERE id = ?)")
                .param(companyId)
                .query(Boolean.class)
                .single();
    }

    /** Returns the members, earliest first. */
    List<AdminCompanyMemberDto> members(UUID companyId) {
        return jdbc.sql("""
                SELECT u.id, u.email, u.first_name, u.last_name, m.role, m.created_at
                FROM companies.company_members m JOIN users.users u ON u.id = m.user_id
                WHERE m.company_id = ? ORDER BY m.created_at, u.id""").param(companyId).query(CompanyQuery::member).list();
    }

    private static AdminCompanyDto company(ResultSet row, int number) throws SQLException {
        return new AdminCompanyDto(
                ResultSets.uuid(row, "id"),
                row.getString("name"),
                row.getLong("members"),
                row.getLong("activities"),
                ResultSets.instant(row, "created_at"));
    }

    private static AdminCompanyMemberDto member(ResultSet row, int number) throws SQLException {
        return new AdminCompanyMemberDto(
                ResultSets.uuid(row, "id"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                MemberRole.valueOf(row.getString("role")),
                ResultSets.instant(row, "created_at"));
    }
}
