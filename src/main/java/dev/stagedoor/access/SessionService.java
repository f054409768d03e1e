package dev.stagedoor.access;

import dev.stagedoor.account.AccountDeactivated;
import dev.stagedoor.account.AccountPurged;
import dev.stagedoor.account.AccountRightsChanged;
import dev.stagedoor.account.Credentials;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.UuidV7;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Opens, renews and ends sessions. */
@Service
@RequiredArgsConstructor
public class SessionService {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LONGEST_AGENT = 500;

    private final SessionRepository sessions;
    private final AccessTokens accessTokens;
    private final AccessProperties properties;
    private final SessionCache cache;
    private final SecurityLog securityLog;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * Opens a session for somebody whose password was checked; {@code userAgent} may be null. Refuses with
     * {@code invalid-credentials} where password or account changed since.
     */
    public SignedIn open(Credentials.Proof proof, String userAgent) {
        return open(proof.userId(), proof.passwordHash(), userAgent);
    }

    /** The first session of a new account. */
    public SignedIn open(UUID userId, String userAgent) {
        return open(userId, null, userAgent);
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
        RefreshToken.parse(text)
                .flatMap(token -> sessions.end(token, clock.instant()))
                .ifPresent(this::ended);
    }

    /** The sessions of a caller that have not ended, last used first. */
    public SessionListResponseDto list(CurrentUser caller) {
        return new SessionListResponseDto(sessions.list(caller.id(), caller.sessionId(), clock.instant()));
    }

    /** All sessions of an account that are kept, newest first. */
    public List<ExportedSessionDto> history(UUID userId) {
        return sessions.history(userId);
    }

    /** Ends one of the caller's sessions; another's looks like none ({@code not-found}). */
    public void end(CurrentUser caller, UUID sessionId) {
        if (!sessions.end(sessionId, caller.id(), clock.instant())) {
            throw ProblemException.notFound("session");
        }
        ended(new SessionRepository.Owner(sessionId, caller.id()));
    }

    /** Ends every session of the caller but the one it calls by. */
    public void endOthers(CurrentUser caller) {
        sessions.endOthers(caller.id(), caller.sessionId(), clock.instant());
        cache.evict(caller.id());
    }

    /** Ends every session of an account. */
    public void endAll(UUID userId) {
        endAll(userId, clock.instant());
    }

    /** Runs inside the deactivation's transaction. */
    @EventListener
    void on(AccountDeactivated event) {
        endAll(event.userId(), event.at());
    }

    @EventListener
    void on(AccountRightsChanged event) {
        cache.evict(event.userId());
    }

    @EventListener
    void on(AccountPurged event) {
        sessions.removeAll(event.userId());
        cache.evict(event.userId());
    }

    private void endAll(UUID userId, Instant at) {
        sessions.endAll(userId, at);
        cache.evict(userId);
    }

    private SignedIn open(UUID userId, String passwordHash, String userAgent) {
        var now = clock.instant();
        var id = UuidV7.next();
        var token = RefreshToken.first();
        var expiresAt = now.plus(properties.refreshTokenTtl());
        if (!sessions.open(id, userId, passwordHash, token, hint(userAgent), now, expiresAt)) {
            throw Credentials.refusal();
        }
        return signedIn(new SessionRepository.Owner(id, userId), token);
    }

    private Optional<SessionRepository.Owner> rotate(RefreshToken token, RefreshToken successor) {
        var now = clock.instant();
        return sessions.rotate(token, successor, now, now.plus(properties.refreshTokenTtl()))
                .or(() -> sessions.replaceSuccessor(token, successor, now, GRACE));
    }

    private ProblemException refused(RefreshToken token) {
        transaction.executeWithoutResult(
                status -> sessions.endReplayed(token, clock.instant()).ifPresent(this::replayed));
        return refusal();
    }

    private void replayed(SessionRepository.Owner owner) {
        cache.evict(owner.userId());
        securityLog.record(
                SecurityEvent.REFRESH_TOKEN_REPLAYED, owner.userId(), Map.of("sessionId", owner.sessionId()));
        events.publishEvent(new RefreshTokenReused(owner.userId(), owner.sessionId(), clock.instant()));
    }

    private void ended(SessionRepository.Owner owner) {
        cache.evict(owner.userId());
        securityLog.record(SecurityEvent.SESSION_ENDED, owner.userId(), Map.of("sessionId", owner.sessionId()));
    }

    private SignedIn signedIn(SessionRepository.Owner owner, RefreshToken token) {
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
