package dev.stagedoor.profile;

import java.util.UUID;

/** A profile that was made or changed; heard inside the transaction that wrote it. */
public record ProfileChanged(UUID userId) {}
