package dev.stagedoor.auth;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.access.SignedIn;
import dev.stagedoor.account.Credentials;
import dev.stagedoor.account.RawPassword;
import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.me.MeService;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Lets people in and out. */
@Service
@RequiredArgsConstructor
public class AuthService {

    private final RegistrationService registrations;
    private final Credentials credentials;
    private final SessionService sessions;
    private final MeService me;

    /** Refuses with {@code validation-failed}, {@code email-taken} or {@code phone-taken}. */
    public AuthSessionDto register(RegisterDto registration, String userAgent) {
        var userId = registrations.register(registration.toRegistration());
        return answer(sessions.open(userId, userAgent));
    }

    /** Refuses with {@code invalid-credentials}. */
    public AuthSessionDto login(LoginDto login, String userAgent) {
        var userId = credentials.check(login.email(), RawPassword.of(login.password()));
        return answer(sessions.open(userId, userAgent));
    }

    /** Refuses with {@code invalid-refresh-token}. */
    public AuthSessionDto refresh(RefreshDto refresh) {
        return answer(sessions.refresh(refresh.refreshToken()));
    }

    public void logout(RefreshDto refresh) {
        sessions.end(refresh.refreshToken());
    }

    private AuthSessionDto answer(SignedIn signedIn) {
        return AuthSessionDto.of(signedIn, me.read(signedIn.userId()));
    }
}
