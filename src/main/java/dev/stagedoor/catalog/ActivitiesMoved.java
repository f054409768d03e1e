package dev.stagedoor.catalog;

import java.util.List;
import java.util.UUID;

/** Published in the transaction, after activities have moved to another company. */
public record ActivitiesMoved(List<UUID> ids) {}
