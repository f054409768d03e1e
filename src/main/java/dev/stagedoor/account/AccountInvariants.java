package dev.stagedoor.account;

import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invariants of accounts that the schema's constraints do not cover. */
@Component
class AccountInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant("emails are trimmed and in lower case", """
                        SELECT id FROM users.users WHERE email <> lower(email) OR email ~ '^\\s|\\s$'"""),
                new Invariant("normalized emails are unique", """
                        SELECT id FROM (
                            SELECT id, count(*) OVER (
                                PARTITION BY lower(regexp_replace(email, '^\\s+|\\s+$', '', 'g'))) AS number
                            FROM users.users) emails
                        WHERE number > 1"""),
                new Invariant("phone numbers are in E.164 format", """
                        SELECT id FROM users.users WHERE phone !~ '^\\+[1-9][0-9]{4,14}$'"""),
                new Invariant("suspended accounts are not active", """
                        SELECT u.id FROM users.suspensions s JOIN users.users u ON u.id = s.user_id WHERE u.is_active"""),
                new Invariant("anonymized accounts contain no personal data", """
                        SELECT u.id FROM users.users u
                        WHERE (u.is_active OR u.phone IS NOT NULL OR u.better_auth_id IS NOT NULL
                               OR u.last_login_at IS NOT NULL OR (u.first_name, u.last_name) <> ('Deleted', 'User'))
                          AND\s""" + AnonymizedUsers.sqlCondition("u")));
    }
}
