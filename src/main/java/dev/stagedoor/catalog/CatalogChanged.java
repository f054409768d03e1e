package dev.stagedoor.catalog;

import dev.stagedoor.platform.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Published in the transaction when an admin, instead of the catalog, changes companies or activities. */
public record CatalogChanged(CurrentUser actor, Change change, List<Difference> differences) {

    /** The kind of change. */
    public enum Change {
        COMPANY_PUT,
        ACTIVITY_PUT,
        ACTIVITY_DELETED
    }

    /** The state before (null if created) and after (null if deleted). */
    public record Difference(
            @Nullable Object before, @Nullable Object after) {

        boolean isNew() {
            return before == null;
        }
    }
}
