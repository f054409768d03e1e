package dev.stagedoor.admin;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

@Schema(description = "Platform statistics")
public record StatsDto(
        long totalUsers,
        long activeUsers,
        Map<Role, Long> usersByRole,
        long signupsLast24Hours,
        long favorites,
        long activities) {}
