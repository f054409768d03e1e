package dev.stagedoor.favorite;

import dev.stagedoor.platform.security.CurrentUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Set-based statements on favorites. Each method executes one statement for one or many calls. */
interface FavoriteStatements {

    /**
     * Saves activities, and logs the changes for the statistics. Rejects saves of users who already have {@code limit}
     * favorites.
     *
     * @return one outcome per request, in the same order
     */
    List<SaveOutcome> save(List<SaveRequest> requests, int limit);

    /**
     * Deletes favorites. Keeps their creation and removal dates, without the user id, for the statistics. Keys without a
     * favorite are ignored.
     *
     * @param today the removal date in UTC
     * @return for each key whether its caller is still authorized, in the same order
     */
    List<Boolean> remove(List<FavoriteKey> keys, LocalDate today);

    /**
     * Reads one page per user, newest first.
     *
     * @param after the last row of the previous page, or null for the first page
     * @return up to {@code size} favorites per user, in the order of the users
     */
    List<List<FavoriteRecordDto>> pages(
            List<UUID> userIds, FavoriteFilter filter, @Nullable FavoriteKeyset after, int size);

    /** @param caller checked by the statement; null if the transaction has checked it */
    record FavoriteKey(
            UUID userId, UUID activityId, @Nullable CurrentUser caller) {}

    /** @param caller checked by the statement; null if the transaction has checked it */
    record SaveRequest(
            UUID userId,
            UUID activityId,
            Instant createdAt,
            @Nullable CurrentUser caller) {

        SaveRequest withoutCaller() {
            return new SaveRequest(userId, activityId, createdAt, null);
        }
    }

    /** The result of a save. {@code favorite} is null unless the status is {@code CREATED} or {@code EXISTING}. */
    record SaveOutcome(Status status, @Nullable FavoriteRecordDto favorite) {

        enum Status {
            CREATED,
            EXISTING,
            UNKNOWN_ACTIVITY,
            /** The session has ended, or the account or the token is no longer valid. */
            UNAUTHORIZED,
            LIMIT_REACHED,
            /**
             * A concurrent transaction inserted the same favorite after the statement started. Under READ COMMITTED, the
             * statement cannot see that row; the next one can.
             */
            CONCURRENTLY_CREATED
        }
    }
}
