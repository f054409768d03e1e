package dev.stagedoor.preference;

import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invariants of categories, choices and the consent history. */
@Component
class PreferenceInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant("the built-in categories security and bookings exist and are mandatory", """
                        SELECT required.key FROM (VALUES ('security'), ('bookings')) AS required (key)
                        LEFT JOIN users.notification_categories c ON c.key = required.key AND c.mandatory
                        WHERE c.key IS NULL"""),
                new Invariant("categories have a name and a description in every language", """
                        SELECT key FROM users.notification_categories
                        WHERE COALESCE(name ->> 'en', '') = '' OR COALESCE(name ->> 'de', '') = ''
                           OR COALESCE(description ->> 'en', '') = '' OR COALESCE(description ->> 'de', '') = ''"""),
                new Invariant("mandatory categories have no choices", """
                        SELECT DISTINCT h.user_id FROM users.notification_choices h
                        JOIN users.notification_categories c ON c.key = h.category WHERE c.mandatory"""),
                new Invariant("anonymized accounts have no choices and no consent history", """
                        SELECT u.id FROM users.users u
                        WHERE %s AND (EXISTS (SELECT FROM users.notification_choices c WHERE c.user_id = u.id)
                                      OR EXISTS (SELECT FROM users.notification_consents c WHERE c.user_id = u.id))""".formatted(
                                AnonymizedUsers.sqlCondition("u"))));
    }
}
