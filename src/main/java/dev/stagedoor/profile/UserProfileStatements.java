package dev.stagedoor.profile;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/** Set-based statements on profiles. */
interface UserProfileStatements {

    /**
     * Inserts the profiles whose user exists and has none. Concurrent inserts of the same profile create one row.
     *
     * @return the number of inserted rows
     */
    int insertIfMissing(List<UserProfile> profiles);

    /** Counts the users without a profile. Anonymized users do not need one. */
    long countUsersWithoutProfile();

    /** Returns users without a profile in the order of their ids, starting after {@code last}. */
    List<UUID> findUsersWithoutProfile(@Nullable UUID last, int limit);
}
