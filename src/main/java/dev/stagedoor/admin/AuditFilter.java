package dev.stagedoor.admin;

import java.util.UUID;

/** The filter of the audit log. Null matches all values. */
public record AuditFilter(UUID actor, UUID userId, AuditAction action) {}
