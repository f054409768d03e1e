package dev.stagedoor.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code companies.company_members}. */
@Repository
@RequiredArgsConstructor
class MembershipRepository {

    private final JdbcClient jdbc;

    Optional<MemberRole> findForUpdate(UUID companyId, UUID userId) {
        return jdbc.sql("SELECT role FROM companies.company_members WHERE company_id = ? AND user_id = ? FOR UPDATE")
                .params(companyId, userId)
                .query(MemberRole.class)
                .optional();
    }

    /** Returns false if the company does not exist. */
    boolean put(UUID companyId, UUID userId, MemberRole role) {
        return jdbc.sql("""
                INSERT INTO companies.company_members (company_id, user_id, role)
                SELECT c.id, ?, ? FROM companies.companies c WHERE c.id = ?
                ON CONFLICT (company_id, user_id) DO UPDATE SET role = excluded.role""").params(userId, role.name(), companyId).update() == 1;
    }

    List<UUID> findUserIds(UUID companyId) {
        return jdbc.sql("SELECT user_id FROM companies.company_members WHERE company_id = ?")
                .param(companyId)
                .query(UUID.class)
                .list();
    }

    void delete(UUID companyId, UUID userId) {
        jdbc.sql("DELETE FROM companies.company_members WHERE company_id = ? AND user_id = ?")
                .params(companyId, userId)
                .update();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("DELETE FROM companies.company_members WHERE user_id = ?")
                .param(userId)
                .update();
    }
}
