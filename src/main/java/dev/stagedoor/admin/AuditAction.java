package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "The kind of an admin's action. Reading accounts is an action, too")
public enum AuditAction {
    USER_READ,
    USERS_LISTED,
    USER_ACCESS_READ,
    COMPANY_MEMBERS_LISTED,
    USER_UPDATED,
    USER_SESSIONS_ENDED,
    COMPANY_MEMBER_PUT,
    COMPANY_MEMBER_DELETED,
    API_KEY_CREATED,
    API_KEY_REVOKED,
    NOTIFICATION_CATEGORY_PUT,
    NOTIFICATION_CATEGORY_DELETED,
    COMPANY_PUT,
    ACTIVITY_PUT,
    ACTIVITY_DELETED
}
