package dev.stagedoor.preference;

import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.Cursors;
import dev.stagedoor.preference.NotificationConsentStatements.Entry;
import dev.stagedoor.preference.NotificationConsentStatements.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The recorded changes of flags and choices. */
@Service
@RequiredArgsConstructor
public class ConsentHistory {

    private final NotificationConsentRepository consents;
    private final Cursors cursors;

    /**
     * Returns a page of a user's history, newest first.
     *
     * @param cursor null for the first page
     * @throws ProblemException {@code invalid-cursor}
     */
    public ConsentListResponseDto list(UUID userId, int limit, @Nullable String cursor) {
        var scope = "consents " + userId;
        var entries = consents.list(userId, cursor == null ? null : position(cursors.open(scope, cursor)), limit + 1);
        if (entries.size() <= limit) {
            return new ConsentListResponseDto(consents(entries), null);
        }
        var last = entries.get(limit - 1).position();
        return new ConsentListResponseDto(
                consents(entries.subList(0, limit)), cursors.seal(scope, last.changedAt(), last.id()));
    }

    /** Returns a user's complete history, newest first. */
    public List<ConsentDto> listAll(UUID userId) {
        return consents(consents.list(userId, null, Integer.MAX_VALUE));
    }

    private static List<ConsentDto> consents(List<Entry> entries) {
        return entries.stream().map(Entry::consent).toList();
    }

    private static Position position(List<String> cursor) {
        return new Position(Instant.parse(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }
}
