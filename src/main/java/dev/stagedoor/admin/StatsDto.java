package dev.stagedoor.admin;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Map;

/** The platform in figures. */
@Schema(description = "The platform in figures")
public record StatsDto(
        @Schema(description = "Accounts in all", example = "200", requiredMode = RequiredMode.REQUIRED)
        long totalUsers,

        @Schema(description = "Accounts that may sign in", example = "196", requiredMode = RequiredMode.REQUIRED)
        long activeUsers,

        @Schema(
                description = "Accounts by role",
                example = "{\"PARTICIPANT\": 199, \"ADMIN\": 1}",
                requiredMode = RequiredMode.REQUIRED)
        Map<Role, Long> usersByRole,

        @Schema(description = "Accounts made in the last 24 hours", example = "3", requiredMode = RequiredMode.REQUIRED)
        long signupsLast24Hours,

        @Schema(description = "Favorites that stand", example = "3012", requiredMode = RequiredMode.REQUIRED)
        long favorites,

        @Schema(description = "Activities of the catalog", example = "131", requiredMode = RequiredMode.REQUIRED)
        long activities) {}
