package dev.stagedoor.admin;

import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.preference.NotificationCategories;
import dev.stagedoor.preference.NotificationCategoryDto;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes notification categories and records the changes in the audit log. */
@Service
@RequiredArgsConstructor
public class NotificationCategoryAdministration {

    private final NotificationCategories categories;
    private final AuditLog auditLog;

    /**
     * Creates or replaces a category. Returns whether it was created.
     *
     * @throws ProblemException {@code conflict} for a built-in mandatory category that would become optional
     */
    @Transactional
    public boolean put(CurrentUser actor, NotificationCategoryDto category) {
        return categories.put(
                category,
                (before, after) -> auditLog.record(actor, AuditAction.NOTIFICATION_CATEGORY_PUT, null, before, after));
    }

    /**
     * Deletes a category and the choices of its users. Does nothing if the category does not exist.
     *
     * @throws ProblemException {@code conflict} for a built-in mandatory category
     */
    @Transactional
    public void delete(CurrentUser actor, String key) {
        categories
                .delete(key)
                .ifPresent(before ->
                        auditLog.record(actor, AuditAction.NOTIFICATION_CATEGORY_DELETED, null, before, null));
    }
}
