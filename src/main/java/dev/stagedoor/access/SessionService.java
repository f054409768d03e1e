package dev.stagedoor.access;

import dev.stagedoor.access.SessionRepository.Owner;
import dev.stagedoor.access.SessionRepository.Refreshed;
import dev.stagedoor.account.AccountEvent.AccountDeactivated;
import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.account.AccountEvent.AccountRightsChanged;
import dev.stagedoor.account.Credentials;
import dev.stagedoor.account.Credentials.VerifiedPassword;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Opens, renews and ends sessions. */
@Service
@RequiredArgsConstructor
public class SessionService {

    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final int MAX_USER_AGENT_LENGTH = 500;

    private final SessionRepository sessions;
    private final RefreshTokenSuccessors successors;
    private final Credentials credentials;
    private final AccessTokens accessTokens;
    private final AccessProperties properties;
    private final SessionCache cache;
    private final SecurityLog securityLog;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * Opens a session after a password check. An account has at most 50 active sessions.
     *
     * @throws ProblemException {@code invalid-credentials} if the password or the account has changed since the check
     */
    public SignedIn open(VerifiedPassword verified, String userAgent) {
        var now = clock.instant();
        var owner = new Owner(UuidV7.next(), verified.userId());
        var token = RefreshToken.first();
        var ttl = properties.refreshTokenTtl().compareTo(properties.sessionMaxAge()) < 0
                ? properties.refreshTokenTtl()
                : properties.sessionMaxAge();
        transaction.executeWithoutResult(status -> {
            credentials.recordSignIn(verified, now);
            sessions.insert(owner.sessionId(), owner.userId(), token, truncated(userAgent), now, now.plus(ttl));
        });
        cache.evict(owner.userId());
        return signedIn(owner, token, ttl);
    }

    /**
     * Refreshes a session and replaces its refresh token. For 60 seconds, while the successor is unused, the previous token
     * returns the same successor: the response was lost, or another tab has the token. Any other reuse ends the session.
     *
     * @throws ProblemException {@code invalid-refresh-token}
     */
    public SignedIn refresh(String text) {
        var token = RefreshToken.parse(text).orElseThrow(SessionService::invalidToken);
        var successor = successors.of(token);
        var now = clock.instant();
        return rotate(token, successor, now)
                .or(() -> sessions.findReplaced(token, successor, now, now.minus(GRACE)))
                .map(session -> signedIn(session.owner(), successor, Duration.between(now, session.expiresAt())))
                .orElseThrow(() -> rejected(token));
    }

    /**
     * Returns the session that a refresh token of the account was issued for, also if it has ended. It identifies a device
     * that the account was signed in on.
     */
    public Optional<UUID> device(String email, @Nullable String text) {
        return RefreshToken.parse(text).flatMap(token -> sessions.device(token, email));
    }

    /** Ends the session of a refresh token. Does nothing if the token is invalid. */
    public void end(String text) {
        RefreshToken.parse(text)
                .flatMap(token -> sessions.end(token, clock.instant()))
                .ifPresent(this::ended);
    }

    /** Lists the caller's active sessions, last used first. */
    public SessionListResponseDto list(CurrentUser caller) {
        return new SessionListResponseDto(sessions.list(caller.userId(), caller.sessionId(), clock.instant()));
    }

    /** Lists active and ended sessions, newest first. */
    public List<ExportedSessionDto> history(UUID userId) {
        return sessions.history(userId);
    }

    /**
     * Ends one of the caller's sessions.
     *
     * @throws ProblemException {@code not-found} if the session does not exist or belongs to another user
     */
    @Transactional
    public void end(CurrentUser caller, UUID sessionId) {
        if (!sessions.end(sessionId, caller.userId(), clock.instant())) {
            throw ProblemException.notFound("session");
        }
        ended(new Owner(sessionId, caller.userId()));
    }

    /** Ends all sessions of the caller except the current one. */
    @Transactional
    public void endOthers(CurrentUser caller) {
        sessions.endOthers(caller.userId(), caller.sessionId(), clock.instant());
        cache.evict(caller.userId());
    }

    /** Returns the number of active sessions. */
    public int count(UUID userId) {
        return sessions.count(userId, clock.instant());
    }

    public void endAll(UUID userId) {
        endAll(userId, clock.instant());
    }

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
        sessions.deleteAll(event.userId());
        cache.evict(event.userId());
    }

    private void endAll(UUID userId, Instant at) {
        sessions.endAll(userId, at);
        cache.evict(userId);
    }

    private Optional<Refreshed> rotate(RefreshToken token, RefreshToken successor, Instant now) {
        return sessions.rotate(
                token, successor, now, now.plus(properties.refreshTokenTtl()), properties.sessionMaxAge());
    }

    private ProblemException rejected(RefreshToken token) {
        transaction.executeWithoutResult(
                status -> sessions.endReplayed(token, clock.instant()).ifPresent(this::replayed));
        return invalidToken();
    }

    private void replayed(Owner owner) {
        cache.evict(owner.userId());
        securityLog.record(
                SecurityEvent.REFRESH_TOKEN_REPLAYED, owner.userId(), Map.of("sessionId", owner.sessionId()));
        events.publishEvent(new RefreshTokenReused(owner.userId(), owner.sessionId(), clock.instant()));
    }

    private void ended(Owner owner) {
        cache.evict(owner.userId());
        securityLog.record(SecurityEvent.SESSION_ENDED, owner.userId(), Map.of("sessionId", owner.sessionId()));
    }

    private SignedIn signedIn(Owner owner, RefreshToken token, Duration refreshTtl) {
        var accessToken = accessTokens.issue(owner.userId(), owner.sessionId());
        return new SignedIn(owner.userId(), accessToken, accessTokens.ttl(), token.reveal(), refreshTtl);
    }

    private static String truncated(String userAgent) {
        return userAgent == null || userAgent.codePointCount(0, userAgent.length()) <= MAX_USER_AGENT_LENGTH
                ? userAgent
                : userAgent.substring(0, userAgent.offsetByCodePoints(0, MAX_USER_AGENT_LENGTH));
    }

    private static ProblemException invalidToken() {
        return new ProblemException(ProblemCode.INVALID_REFRESH_TOKEN);
    }
}
