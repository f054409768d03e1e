package dev.stagedoor.profile;

import dev.stagedoor.access.ActiveCallers;

/**
 * The part of a statement that changes notification flags. Another package completes the statement, so that the flags and
 * their history are written in one round trip.
 */
public final class NotificationFlagsSql {

    /**
     * WITH queries: {@code before} locks the profiles and contains the flags before the change. {@code updated} contains the
     * profiles after the change. Both skip profiles that another transaction has locked; {@code updated} also skips
     * unauthorized callers.
     *
     * <p>Parameters: the arrays {@code users} (distinct), {@code sessions} and {@code issued} (see {@link ActiveCallers}),
     * {@code notifications}, {@code push} and {@code email}; null leaves a flag unchanged. {@code now} becomes
     * {@code updated_at} if a flag changes.
     */
    public static final String UPDATE = """
            before AS MATERIALIZED (
                SELECT id, user_id, notifications_enabled, push_enabled, email_enabled FROM users.user_profiles
                WHERE user_id = ANY(CAST(:users AS uuid[]))
                FOR NO KEY UPDATE SKIP LOCKED),
            updated AS (
                UPDATE users.user_profiles p
                SET notifications_enabled = COALESCE(i.notifications, notifications_enabled),
                    push_enabled = COALESCE(i.push, push_enabled),
                    email_enabled = COALESCE(i.email, email_enabled),
                    updated_at = CASE WHEN i.notifications <> notifications_enabled OR i.push <> push_enabled
                                           OR i.email <> email_enabled
                                      THEN :now ELSE updated_at END
                FROM unnest(CAST(:users AS uuid[]), CAST(:sessions AS uuid[]), CAST(:issued AS timestamptz[]),
                            CAST(:notifications AS boolean[]), CAST(:push AS boolean[]), CAST(:email AS boolean[]))
                    AS i (user_id, session_id, token_issued_at, notifications, push, email)
                WHERE p.user_id = i.user_id AND p.id = ANY(ARRAY(SELECT id FROM before)) AND %s
                RETURNING p.*)""".formatted(ActiveCallers.CONDITION);

    private NotificationFlagsSql() {}
}
