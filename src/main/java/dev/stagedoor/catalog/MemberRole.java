package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "Role of a company member")
public enum MemberRole {
    /** Manages the company and reads its statistics. */
    OWNER,
    /** Reads the statistics. */
    ANALYST
}
