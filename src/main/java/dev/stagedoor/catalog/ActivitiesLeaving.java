package dev.stagedoor.catalog;

import java.util.List;
import java.util.UUID;

/** Published in the transaction, before activities move to another company or are deleted. */
public record ActivitiesLeaving(List<UUID> ids) {}
