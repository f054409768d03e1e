package dev.stagedoor.auth;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.access.SignedIn;
import dev.stagedoor.account.Credentials;
import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.me.MeService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
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

/** Registers, signs in and signs out. All methods except {@link #logout} are rate-limited ({@code too-many-requests}). */
@Service
@RequiredArgsConstructor
public class AuthService {

    private final RegistrationService registrations;
    private final Credentials credentials;
    private final SessionService sessions;
    private final MeService me;
    private final RateLimits limits;
    private final SecurityLog securityLog;

    /** @throws ProblemException {@code validation-failed}, {@code email-taken} or {@code phone-taken} */
    public AuthSessionDto register(RegisterDto registration, Client client) {
        limits.take(RateLimit.REGISTRATION_BY_ADDRESS, AddressKey.of(client.address()));
        var registered = registrations.register(registration.toRegistration());
        securityLog.record(SecurityEvent.REGISTERED, registered.userId());
        return response(sessions.open(registered, client.userAgent()));
    }

    /**
     * Only failed attempts count against the rate limits.
     *
     * @throws ProblemException {@code invalid-credentials}
     */
    public AuthSessionDto login(LoginDto login, Client client) {
        var attempts = List.of(
                new Attempt(RateLimit.LOGIN_BY_ADDRESS, AddressKey.of(client.address())),
                new Attempt(RateLimit.LOGIN_BY_ACCOUNT, login.email()));
        var session = limits.countFailures(ProblemCode.INVALID_CREDENTIALS, attempts, () -> openSession(login, client));
        securityLog.record(SecurityEvent.LOGIN_SUCCEEDED, session.userId());
        return response(session);
    }

    /** @throws ProblemException {@code invalid-refresh-token} */
    public AuthSessionDto refresh(RefreshDto refresh, Client client) {
        limits.take(RateLimit.REFRESH_BY_ADDRESS, AddressKey.of(client.address()));
        return response(sessions.refresh(refresh.refreshToken()));
    }

    public void logout(RefreshDto refresh) {
        sessions.end(refresh.refreshToken());
    }

    private SignedIn openSession(LoginDto login, Client client) {
        var verified = credentials.check(login.email(), RawPassword.of(login.password()));
        return sessions.open(verified, client.userAgent());
    }

    private AuthSessionDto response(SignedIn signedIn) {
        return AuthSessionDto.of(signedIn, me.read(signedIn.userId()));
    }
}
