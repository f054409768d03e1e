package dev.stagedoor.catalog;

import dev.stagedoor.platform.security.CurrentUser;
import java.util.List;

/** Companies or activities that an admin changed by hand; heard inside the transaction that wrote them. */
public record CatalogChanged(CurrentUser actor, Change change, List<Difference> differences) {

    /** What was done to them. */
    public enum Change {
        COMPANY_PUT,
        ACTIVITY_PUT,
        ACTIVITY_DELETED
    }

    /** How one was, null where it is new, and how it is, null where it is gone. */
    public record Difference(Object before, Object after) {

        boolean isNew() {
            return before == null;
        }
    }
}
