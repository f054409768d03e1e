package dev.stagedoor.access;

import dev.stagedoor.platform.security.CurrentUser;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The condition under which a single-statement write may act for a caller. Transactions use {@link CallerGuard} instead.
 *
 * <p>Each row {@code i} has the columns {@code user_id}, {@code session_id} and {@code token_issued_at}. A row without a
 * session and without a token satisfies the condition: it belongs to a transaction or to the service itself.
 */
public final class ActiveCallers {

    /** Whether account {@code u} accepts an external token that was issued at {@code %s}. */
    static final String ACCEPTS_TOKEN = """
            (u.is_active AND (u.credentials_changed_at IS NULL
                              OR date_trunc('second', u.credentials_changed_at) < date_trunc('second', %s)))""";

    public static final String CONDITION = """
            (i.session_id IS NULL AND i.token_issued_at IS NULL
             OR EXISTS (SELECT FROM access.sessions s JOIN users.users u ON u.id = s.user_id
                        WHERE s.id = i.session_id AND s.user_id = i.user_id AND s.ended_at IS NULL AND u.is_active)
             OR EXISTS (SELECT FROM users.users u
                        WHERE i.token_issued_at IS NOT NULL AND u.id = i.user_id AND %s))""".formatted(ACCEPTS_TOKEN.formatted("i.token_issued_at"));

    private ActiveCallers() {}

    /** Returns the values of the column {@code session_id} as a {@code uuid[]} in text form. */
    public static <T> @Nullable String[] sessionIds(List<T> rows, Function<T, @Nullable CurrentUser> caller) {
        return values(rows, caller, CurrentUser::sessionId);
    }

    /** Returns the values of the column {@code token_issued_at} as a {@code timestamptz[]} in text form. */
    public static <T> @Nullable String[] tokenIssueTimes(List<T> rows, Function<T, @Nullable CurrentUser> caller) {
        return values(rows, caller, CurrentUser::tokenIssuedAt);
    }

    private static <T> @Nullable String[] values(
            List<T> rows, Function<T, @Nullable CurrentUser> caller, Function<CurrentUser, @Nullable Object> value) {
        return rows.stream()
                .map(caller)
                .map(each -> each == null ? null : value.apply(each))
                .map(each -> Objects.toString(each, null))
                .toArray(String[]::new);
    }
}
