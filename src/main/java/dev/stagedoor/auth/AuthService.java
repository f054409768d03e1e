package dev.stagedoor.auth;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.access.SignedIn;
import dev.stagedoor.account.Credentials;
import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.me.MeService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.ratelimit.AddressKey;
import dev.stagedoor.platform.ratelimit.RateLimit;
import dev.stagedoor.platform.ratelimit.RateLimits;
import dev.stagedoor.platform.ratelimit.RateLimits.Attempt;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.web.Client;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Lets people in and out. Every call but the way out may refuse with {@code too-many-requests}. */
@Service
@RequiredArgsConstructor
public class AuthService {

    private final RegistrationService registrations;
    private final Credentials credentials;
    private final SessionService sessions;
    private final MeService me;
    private final RateLimits limits;
    private final SecurityLog securityLog;

    /** Refuses with {@code validation-failed}, {@code email-taken} or {@code phone-taken}. */
    public AuthSessionDto register(RegisterDto registration, Client client) {
        limits.take(RateLimit.REGISTRATION_BY_ADDRESS, AddressKey.of(client.address()));
        var userId = registrations.register(registration.toRegistration());
        securityLog.record(SecurityEvent.REGISTERED, userId);
        return answer(sessions.open(userId, client.userAgent()));
    }

    /** Refuses with {@code invalid-credentials}; only what is refused so counts against the limits. */
    public AuthSessionDto login(LoginDto login, Client client) {
        var tries = List.of(
                new Attempt(RateLimit.LOGIN_BY_ADDRESS, AddressKey.of(client.address())),
                new Attempt(RateLimit.LOGIN_BY_ACCOUNT, login.email()));
        var session = limits.countFailures(ProblemCode.INVALID_CREDENTIALS, tries, () -> open(login, client));
        securityLog.record(SecurityEvent.LOGIN_SUCCEEDED, session.userId());
        return answer(session);
    }

    /** Refuses with {@code invalid-refresh-token}. */
    public AuthSessionDto refresh(RefreshDto refresh, Client client) {
        limits.take(RateLimit.REFRESH_BY_ADDRESS, AddressKey.of(client.address()));
        return answer(sessions.refresh(refresh.refreshToken()));
    }

    public void logout(RefreshDto refresh) {
        sessions.end(refresh.refreshToken());
    }

    private SignedIn open(LoginDto login, Client client) {
        var proof = credentials.check(login.email(), RawPassword.of(login.password()));
        return sessions.open(proof, client.userAgent());
    }

    private AuthSessionDto answer(SignedIn signedIn) {
        return AuthSessionDto.of(signedIn, me.read(signedIn.userId()));
    }
}
