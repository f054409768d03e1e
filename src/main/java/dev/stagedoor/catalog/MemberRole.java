package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a member is to a company. */
@Schema(enumAsRef = true, description = "What a member is to a company")
public enum MemberRole {
    /** Answers for the company. */
    OWNER,
    /** Reads its figures. */
    ANALYST
}
