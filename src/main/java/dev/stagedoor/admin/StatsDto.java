package dev.stagedoor.admin;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** The platform in figures. */
@Schema(description = "The platform in figures")
public record StatsDto(
        @Schema(description = "Accounts in all") long totalUsers,

        @Schema(description = "Accounts that may sign in") long activeUsers,

        @Schema(description = "Accounts by role") Map<Role, Long> usersByRole,

        @Schema(description = "Accounts made in the last 24 hours")
        long signupsLast24Hours,

        @Schema(description = "Favorites that stand") long favorites,

        @Schema(description = "Activities of the catalog") long activities) {}
