package dev.stagedoor.preference;

import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.RequestId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of notification flags. Null leaves a flag unchanged.
 *
 * @param caller checked by the statement; null if the transaction has checked it
 */
record FlagChange(
        UUID userId,
        @Nullable CurrentUser caller,
        @Nullable String requestId,
        @Nullable Boolean notifications,
        @Nullable Boolean push,
        @Nullable Boolean email) {

    static FlagChange of(CurrentUser caller, UpdateNotificationPrefsDto update) {
        return new FlagChange(
                caller.userId(),
                caller,
                RequestId.current(),
                update.notificationsEnabled().orElse(null),
                update.pushEnabled().orElse(null),
                update.emailEnabled().orElse(null));
    }

    FlagChange inTransaction() {
        return new FlagChange(userId, null, requestId, notifications, push, email);
    }
}
