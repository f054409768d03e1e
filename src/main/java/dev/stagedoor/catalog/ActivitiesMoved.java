package dev.stagedoor.catalog;

import java.util.List;
import java.util.UUID;

/** Activities that have come to another company; heard inside the transaction that moved them. */
public record ActivitiesMoved(List<UUID> ids) {}
