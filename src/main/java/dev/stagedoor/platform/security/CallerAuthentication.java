package dev.stagedoor.platform.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated {@link CurrentUser}, without the token. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final GrantedAuthority USER_ROLE = new SimpleGrantedAuthority("ROLE_USER");
    private static final Collection<GrantedAuthority> USER = List.of(USER_ROLE);
    private static final Collection<GrantedAuthority> ADMIN =
            List.of(USER_ROLE, new SimpleGrantedAuthority("ROLE_ADMIN"));

    private final transient CurrentUser user;

    public CallerAuthentication(CurrentUser user) {
        super(user.admin() ? ADMIN : USER);
        this.user = user;
        setAuthenticated(true);
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    @Override
    public Object getCredentials() {
        return null;
    }
}
