package dev.stagedoor.notification;

import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invariants of emails. */
@Component
class EmailInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(new Invariant(
                "anonymized accounts have no emails",
                "SELECT m.id FROM platform.mails m JOIN users.users u ON u.id = m.user_id WHERE "
                        + AnonymizedUsers.sqlCondition("u")));
    }
}
