package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;

/** What an admin did. */
@Schema(enumAsRef = true, description = "What an admin did")
public enum AuditAction {
    USER_UPDATED,
    COMPANY_MEMBER_PUT,
    COMPANY_MEMBER_DELETED,
    API_KEY_CREATED,
    API_KEY_REVOKED,
    COMPANY_PUT,
    ACTIVITY_PUT,
    ACTIVITY_DELETED
}
