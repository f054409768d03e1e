package dev.stagedoor.auth;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.access.SignedIn;
import dev.stagedoor.account.Credentials;
import dev.stagedoor.account.Credentials.VerifiedPassword;
import dev.stagedoor.account.PasswordAttempts;
import dev.stagedoor.account.Registration;
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
import java.util.Optional;
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
    private final PasswordAttempts passwords;
    private final RateLimits limits;
    private final SecurityLog securityLog;

    /** @throws ProblemException {@code email-taken} or {@code phone-taken} */
    public AuthSessionDto register(RegisterDto registration, Client client) {
        var attempts = List.of(new Attempt(RateLimit.REGISTRATION_BY_ADDRESS, AddressKey.of(client.address())));
        var account = limits.countUnless(
                ProblemCode.VALIDATION_FAILED, attempts, () -> create(registration.toRegistration(), client));
        return response(sessions.open(account, client.userAgent()));
    }

    /**
     * Only failed attempts count against the rate limits. Those of a known device are counted separately.
     *
     * @throws ProblemException {@code invalid-credentials}
     */
    public AuthSessionDto login(LoginDto login, Client client) {
        var session = sessions.device(login.email(), login.refreshToken())
                .map(device -> passwords.limitDevice(device, () -> openSession(login, client)))
                .orElseGet(() -> passwords.limit(login.email(), client, () -> openSession(login, client)));
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

    private VerifiedPassword create(Registration registration, Client client) {
        try {
            var registered = registrations.register(registration);
            securityLog.record(SecurityEvent.REGISTERED, registered.userId());
            return registered;
        } catch (ProblemException problem) {
            if (problem.getCode() != ProblemCode.EMAIL_TAKEN) {
                throw problem;
            }
            return repeated(registration, client).orElseThrow(() -> emailTaken(registration.email()));
        }
    }

    /** Accepts a registration with the same email and password again within a minute, because the response might be lost. */
    private Optional<VerifiedPassword> repeated(Registration registration, Client client) {
        if (!registrations.isRecent(registration.email())) {
            return Optional.empty();
        }
        try {
            return Optional.of(passwords.limit(
                    registration.email(),
                    client,
                    () -> credentials.check(registration.email(), registration.password())));
        } catch (ProblemException problem) {
            if (problem.getCode() != ProblemCode.INVALID_CREDENTIALS) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private ProblemException emailTaken(String email) {
        return registrations.isDeleted(email)
                ? new ProblemException(ProblemCode.EMAIL_TAKEN, "deleted")
                : new ProblemException(ProblemCode.EMAIL_TAKEN);
    }

    private SignedIn openSession(LoginDto login, Client client) {
        var verified = credentials.check(login.email(), RawPassword.of(login.password()));
        return sessions.open(verified, client.userAgent());
    }

    private AuthSessionDto response(SignedIn signedIn) {
        return AuthSessionDto.of(signedIn, me.read(signedIn.userId()));
    }
}
