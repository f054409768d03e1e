package dev.stagedoor.catalog;

import dev.stagedoor.account.AccountPurged;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Company memberships. */
@Service
@RequiredArgsConstructor
public class MembershipService {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** Returns and locks the role of the user in the company. */
    @Transactional
    public Optional<MemberRole> find(UUID companyId, UUID userId) {
        return jdbc.sql("SELECT role FROM companies.company_members WHERE company_id = ? AND user_id = ? FOR UPDATE")
                .params(companyId, userId)
                .query(MemberRole.class)
                .optional();
    }

    /** Creates the membership or changes its role. The user must exist. Returns false if the company does not exist. */
    @Transactional
    public boolean put(UUID companyId, UUID userId, MemberRole role) {
        events.publishEvent(new MembershipChanged(userId));
        return jdbc.sql("""
                INSERT INTO companies.company_members (company_id, user_id, role)
                SELECT c.id, ?, ? FROM companies.companies c WHERE c.id = ?
                ON CONFLICT (company_id, user_id) DO UPDATE SET role = excluded.role""").params(userId, role.name(), companyId).update() == 1;
    }

    @Transactional
    public void remove(UUID companyId, UUID userId) {
        events.publishEvent(new MembershipChanged(userId));
        jdbc.sql("DELETE FROM companies.company_members WHERE company_id = ? AND user_id = ?")
                .params(companyId, userId)
                .update();
    }

    @EventListener
    void on(AccountPurged event) {
        jdbc.sql("DELETE FROM companies.company_members WHERE user_id = ?")
                .param(event.userId())
                .update();
    }
}
