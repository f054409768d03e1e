package dev.stagedoor.profile;

import java.util.UUID;

/** Published in the transaction that creates or changes a profile. */
public record ProfileChanged(UUID userId) {}
