package dev.stagedoor.admin;

import dev.stagedoor.catalog.CatalogChanged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what admins change in the catalog by hand. */
@Component
@RequiredArgsConstructor
class CatalogAuditListener {

    private final AuditLog trail;

    @EventListener
    void on(CatalogChanged event) {
        var changes = event.differences().stream()
                .map(difference -> new AuditLog.Change(null, difference.before(), difference.after()))
                .toList();
        trail.record(event.actor(), AuditAction.valueOf(event.change().name()), changes);
    }
}
