package dev.stagedoor.platform.security;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.slf4j.event.Level;

/** The events of the security log. */
@RequiredArgsConstructor
public enum SecurityEvent {
    REGISTERED(Level.INFO),
    LOGIN_SUCCEEDED(Level.INFO),
    LOGIN_FAILED(Level.WARN),
    LOCKED_OUT(Level.WARN),
    RATE_LIMITED(Level.WARN),
    REFRESH_TOKEN_REPLAYED(Level.WARN),
    SESSION_ENDED(Level.INFO),
    SESSIONS_ENDED(Level.WARN),
    PASSWORD_CHANGED(Level.INFO),
    PASSWORD_RESET_REQUESTED(Level.INFO),
    PASSWORD_RESET(Level.INFO),
    EMAIL_VERIFIED(Level.INFO),
    PHONE_CHANGED(Level.INFO),
    IDENTITY_LINKED(Level.INFO),
    IDENTITY_UNLINKED(Level.INFO),
    RIGHTS_CHANGED(Level.WARN),
    ACCOUNT_DELETED(Level.INFO),
    ACCOUNT_RESTORED(Level.INFO),
    ACCOUNT_PURGED(Level.INFO),
    API_KEY_CREATED(Level.WARN),
    API_KEY_REVOKED(Level.WARN);

    private final Level level;

    Level level() {
        return level;
    }

    /** The kebab-case name in the log, such as {@code login-failed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
