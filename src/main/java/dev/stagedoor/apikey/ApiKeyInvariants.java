package dev.stagedoor.apikey;

import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invariants of API keys. */
@Component
class ApiKeyInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant("API keys store SHA-256 digests of their secrets", """
                        SELECT id FROM access.api_keys WHERE octet_length(secret_digest) <> 32"""),
                new Invariant("API keys have known scopes", """
                        SELECT id FROM access.api_keys
                        WHERE NOT string_to_array(scopes, ' ') <@ CAST(:scopes AS text[]) OR scopes = ''""", Map.of("scopes", scopes())),
                new Invariant("API keys with analytics:read belong to a company", """
                        SELECT id FROM access.api_keys
                        WHERE company_id IS NULL AND 'analytics:read' = ANY (string_to_array(scopes, ' '))"""));
    }

    private static String[] scopes() {
        return Arrays.stream(ApiScope.values()).map(ApiScope::wireName).toArray(String[]::new);
    }
}
