package dev.stagedoor.catalog;

import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invariants of companies that the schema cannot express. */
@Component
class CatalogInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(new Invariant(
                "anonymized accounts have no company memberships", """
                SELECT m.company_id || ' ' || m.user_id
                FROM companies.company_members m JOIN users.users u ON u.id = m.user_id WHERE\s""" + AnonymizedUsers.sqlCondition("u")));
    }
}
