package dev.stagedoor.catalog;

import java.util.List;
import java.util.UUID;

/** Activities that are about to leave their company or to be deleted; heard inside the transaction, before it is done. */
public record ActivitiesLeaving(List<UUID> ids) {}
