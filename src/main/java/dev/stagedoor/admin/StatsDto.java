package dev.stagedoor.admin;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

@Schema(description = "Platform statistics")
public record StatsDto(
        @Schema(description = "The number of accounts") long totalUsers,

        @Schema(description = "The number of active accounts")
        long activeUsers,

        @Schema(description = "The number of accounts by role")
        Map<Role, Long> usersByRole,

        @Schema(description = "The number of accounts created in the last 24 hours")
        long signupsLast24Hours,

        @Schema(description = "The number of current favorites")
        long favorites,

        @Schema(description = "The number of activities in the catalog")
        long activities) {}
