package dev.stagedoor.platform.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated {@link ApiKeyCaller}. Each scope is an authority {@code SCOPE_…}. */
final class ApiKeyAuthentication extends AbstractAuthenticationToken {

    private final transient ApiKeyCaller caller;

    ApiKeyAuthentication(ApiKeyCaller caller) {
        super(caller.scopes().stream()
                .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public ApiKeyCaller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return null;
    }
}
