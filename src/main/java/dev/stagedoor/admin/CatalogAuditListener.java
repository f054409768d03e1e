package dev.stagedoor.admin;

import dev.stagedoor.catalog.CatalogChanged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records catalog changes that admins make through the API. */
@Component
@RequiredArgsConstructor
class CatalogAuditListener {

    private final AuditLog auditLog;

    @EventListener
    void on(CatalogChanged event) {
        var changes = event.differences().stream()
                .map(difference -> new AuditLog.Change(null, difference.before(), difference.after()))
                .toList();
        auditLog.record(event.actor(), AuditAction.valueOf(event.change().name()), changes);
    }
}
