package dev.stagedoor.preference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Set-based statements on the consent history. */
interface NotificationConsentStatements {

    void insert(
            UUID userId, List<ConsentChange> changes, ConsentSource source, @Nullable String requestId, Instant now);

    /**
     * Returns up to {@code limit} entries of a user, newest first.
     *
     * @param after the last entry of the previous page; null for the first page
     */
    List<Entry> list(UUID userId, @Nullable Position after, int limit);

    /** An entry and its position. */
    record Entry(Position position, ConsentDto consent) {}

    /** The position of an entry in the history. */
    record Position(Instant changedAt, UUID id) {}
}
