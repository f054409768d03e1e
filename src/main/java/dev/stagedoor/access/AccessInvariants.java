package dev.stagedoor.access;

import dev.stagedoor.account.Anonymised;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What holds of sessions, tokens and keys. */
@Component
class AccessInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant("sessions, tokens and keys keep SHA-256 digests of their secrets", """
                        SELECT id FROM (
                            SELECT CAST(id AS text) AS id, ARRAY[family_digest, current_digest, previous_digest] AS digests
                            FROM access.sessions
                            UNION ALL SELECT user_id || ' ' || purpose, ARRAY[digest] FROM access.one_time_tokens
                            UNION ALL SELECT CAST(id AS text), ARRAY[secret_digest] FROM access.api_keys) secrets
                        WHERE EXISTS (SELECT FROM unnest(digests) AS kept (digest) WHERE octet_length(digest) <> 32)"""),
                new Invariant("accounts that are not active have no session that goes on", """
                        SELECT s.id FROM access.sessions s JOIN users.users u ON u.id = s.user_id
                        WHERE NOT u.is_active AND s.ended_at IS NULL AND s.expires_at > now()"""),
                new Invariant("anonymised accounts have no sessions and no tokens", """
                        SELECT u.id FROM users.users u
                        WHERE (EXISTS (SELECT FROM access.sessions s WHERE s.user_id = u.id)
                               OR EXISTS (SELECT FROM access.one_time_tokens t WHERE t.user_id = u.id))
                          AND\s""" + Anonymised.condition("u")),
                new Invariant("keys have known scopes", """
                        SELECT id FROM access.api_keys
                        WHERE NOT string_to_array(scopes, ' ') <@ CAST(:scopes AS text[]) OR scopes = ''""", Map.of("scopes", scopes())),
                new Invariant("keys that read figures are of a company", """
                        SELECT id FROM access.api_keys
                        WHERE company_id IS NULL AND 'analytics:read' = ANY (string_to_array(scopes, ' '))"""));
    }

    private static String[] scopes() {
        return Arrays.stream(ApiScope.values()).map(ApiScope::wire).toArray(String[]::new);
    }
}
