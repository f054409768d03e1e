package dev.stagedoor.analytics;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The common table expressions that select the company whose statistics the requester may read. */
final class CompanyAccessSql {

    /** {@code memberships} are those of the requester. {@code target} is the company, or empty without permission. */
    static final String TARGET = """
            WITH memberships AS (
                SELECT company_id FROM companies.company_members WHERE user_id = :caller
                UNION ALL
                SELECT CAST(:granted AS uuid) WHERE CAST(:granted AS uuid) IS NOT NULL),
            target AS (
                SELECT c.id FROM companies.companies c
                WHERE c.id = COALESCE(CAST(:company AS uuid),
                                      (SELECT company_id FROM memberships WHERE (SELECT count(*) FROM memberships) = 1))
                  AND (:admin OR c.id IN (SELECT company_id FROM memberships)))
            """;

    private CompanyAccessSql() {}

    static StatementSpec bind(StatementSpec query, StatisticsRequester requester, UUID companyId) {
        return query.param("caller", requester.id())
                .param("admin", requester.admin())
                .param("granted", requester.companyId())
                .param("company", companyId);
    }
}
