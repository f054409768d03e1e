package dev.stagedoor.admin;

import dev.stagedoor.admin.AuditRepository.Position;
import dev.stagedoor.catalog.CatalogChanged;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Cursors;
import dev.stagedoor.platform.web.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records admin actions in the transaction of the action, and lists them. */
@Service
@RequiredArgsConstructor
public class AuditLog {

    private static final UUID OPERATOR = new UUID(0, 0);

    private final AuditRepository events;
    private final Cursors cursors;
    private final Clock clock;

    void record(CurrentUser actor, AuditAction action, UUID userId, Object before, Object after) {
        record(actor, action, List.of(new Change(userId, before, after)));
    }

    /** Records an action of the command line. Its actor is the nil UUID. */
    void recordByOperator(AuditAction action, UUID userId, Object before, Object after) {
        events.insert(OPERATOR, action, List.of(new Change(userId, before, after)), null, clock.instant());
    }

    void record(CurrentUser actor, AuditAction action, List<Change> changes) {
        events.insert(actor.userId(), action, changes, RequestId.current(), clock.instant());
    }

    /** Records catalog changes that admins make through the API. */
    @EventListener
    void on(CatalogChanged event) {
        var changes = event.differences().stream()
                .map(difference -> new Change(null, difference.before(), difference.after()))
                .toList();
        record(event.actor(), AuditAction.valueOf(event.change().name()), changes);
    }

    /**
     * Returns a page of events, newest first.
     *
     * @param cursor null for the first page
     * @throws ProblemException {@code invalid-cursor}
     */
    public AuditListResponseDto list(AuditFilter filter, int limit, String cursor) {
        var scope = "audit " + filter;
        var rows = events.list(filter, cursor == null ? null : position(cursors.open(scope, cursor)), limit + 1);
        if (rows.size() <= limit) {
            return new AuditListResponseDto(rows, null);
        }
        var last = rows.get(limit - 1);
        return new AuditListResponseDto(rows.subList(0, limit), cursors.seal(scope, last.createdAt(), last.id()));
    }

    private static Position position(List<String> cursor) {
        return new Position(Instant.parse(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }

    /** The states are records without secrets. Null means that the object does not exist. */
    record Change(UUID userId, Object before, Object after) {}
}
