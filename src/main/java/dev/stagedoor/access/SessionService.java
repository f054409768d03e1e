package dev.stagedoor.access;

import dev.stagedoor.account.AccountDeactivated;
import dev.stagedoor.platform.persistence.Ids;
import dev.stagedoor.platform.problem.ProblemCode;
import dev.stagedoor.platform.problem.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Opens, renews and ends sessions. */
@Slf4j
@Service
@RequiredArgsConstructor
public class SessionService {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LONGEST_AGENT = 500;

    private final SessionStore sessions;
    private final AccessTokens accessTokens;
    private final AccessProperties properties;
    private final Clock clock;

    /** Opens a session for an account that has proved who it is; {@code userAgent} may be null. */
    public SignedIn open(UUID userId, String userAgent) {
        var now = clock.instant();
        var sessionId = Ids.next();
        var token = RefreshToken.first();
        sessions.open(sessionId, userId, token, hint(userAgent), now, now.plus(properties.refreshTokenTtl()));
        return signedIn(new SessionStore.Owner(sessionId, userId), token);
    }

    /**
     * Renews a session; the token is used up. A repeat within ten seconds, while its successor is unused, gets a fresh
     * successor; any other second use ends the session. Refuses with {@code invalid-refresh-token}.
     */
    public SignedIn refresh(String text) {
        var token = RefreshToken.parse(text).orElseThrow(SessionService::refusal);
        var successor = token.successor();
        return rotate(token, successor).map(owner -> signedIn(owner, successor)).orElseThrow(() -> refused(token));
    }

    /** Ends the session of a token, if it is one. */
    public void end(String text) {
        RefreshToken.parse(text).ifPresent(token -> sessions.end(token, clock.instant()));
    }

    /** The sessions of a caller that have not ended, last used first. */
    public SessionListResponseDto list(CurrentUser caller) {
        return new SessionListResponseDto(sessions.list(caller.id(), caller.sessionId(), clock.instant()));
    }

    /** Ends one of the caller's sessions; another's looks like none ({@code not-found}). */
    public void end(CurrentUser caller, UUID sessionId) {
        if (!sessions.end(sessionId, caller.id(), clock.instant())) {
            throw ProblemException.notFound("session");
        }
    }

    /** Ends every session of the caller but the one it calls by. */
    public void endOthers(CurrentUser caller) {
        sessions.endOthers(caller.id(), caller.sessionId(), clock.instant());
    }

    /** Runs inside the deactivation's transaction. */
    @EventListener
    void on(AccountDeactivated event) {
        sessions.endAll(event.userId(), event.at());
    }

    private Optional<SessionStore.Owner> rotate(RefreshToken token, RefreshToken successor) {
        var now = clock.instant();
        return sessions.rotate(token, successor, now, now.plus(properties.refreshTokenTtl()))
                .or(() -> sessions.replaceSuccessor(token, successor, now, GRACE));
    }

    private ProblemException refused(RefreshToken token) {
        sessions.endReplayed(token, clock.instant())
                .ifPresent(owner -> log.warn(
                        "Refresh token replayed: session {} of user {} ended", owner.sessionId(), owner.userId()));
        return refusal();
    }

    private SignedIn signedIn(SessionStore.Owner owner, RefreshToken token) {
        var accessToken = accessTokens.issue(owner.userId(), owner.sessionId());
        return new SignedIn(
                owner.userId(), accessToken, accessTokens.ttl(), token.reveal(), properties.refreshTokenTtl());
    }

    private static String hint(String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_AGENT);
    }

    private static ProblemException refusal() {
        return new ProblemException(ProblemCode.INVALID_REFRESH_TOKEN, "Sign in again.");
    }
}
