package dev.stagedoor.access;

import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invariants of sessions, one-time tokens and external identities. */
@Component
class AccessInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant("sessions and one-time tokens store SHA-256 digests of their secrets", """
                        SELECT id FROM (
                            SELECT CAST(id AS text) AS id, ARRAY[family_digest, current_digest, previous_digest] AS digests
                            FROM access.sessions
                            UNION ALL SELECT user_id || ' ' || purpose, ARRAY[digest] FROM access.one_time_tokens) secrets
                        WHERE EXISTS (SELECT FROM unnest(digests) AS stored (digest) WHERE octet_length(digest) <> 32)"""),
                new Invariant("inactive accounts have no active sessions", """
                        SELECT s.id FROM access.sessions s JOIN users.users u ON u.id = s.user_id
                        WHERE NOT u.is_active AND s.ended_at IS NULL AND s.expires_at > now()"""),
                new Invariant("inactive accounts have no push registrations", """
                        SELECT r.id FROM access.push_registrations r JOIN users.users u ON u.id = r.user_id
                        WHERE NOT u.is_active"""),
                new Invariant("every account has a password or an external identity", """
                        SELECT u.id FROM users.users u
                        WHERE u.password_hash IS NULL AND u.better_auth_id IS NULL
                          AND NOT EXISTS (SELECT FROM access.external_identities i WHERE i.user_id = u.id)"""),
                new Invariant(
                        "anonymized accounts have no sessions, tokens, external identities or push registrations",
                        """
                        SELECT u.id FROM users.users u
                        WHERE (EXISTS (SELECT FROM access.sessions s WHERE s.user_id = u.id)
                               OR EXISTS (SELECT FROM access.one_time_tokens t WHERE t.user_id = u.id)
                               OR EXISTS (SELECT FROM access.external_identities i WHERE i.user_id = u.id)
                               OR EXISTS (SELECT FROM access.push_registrations r WHERE r.user_id = u.id))
                          AND\s""" + AnonymizedUsers.sqlCondition("u")));
    }
}
