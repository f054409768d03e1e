package dev.stagedoor.preference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Set-based statements on choices. */
interface NotificationChoiceStatements {

    /** Inserts or replaces choices. */
    void put(UUID userId, List<ChoiceChange> changes, Instant now);

    /** Deletes choices that exist. */
    void delete(UUID userId, List<ChoiceChange> changes);
}
