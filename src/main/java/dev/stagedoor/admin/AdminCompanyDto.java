package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "A company with the number of its members and activities")
public record AdminCompanyDto(UUID id, String name, long members, long activities, Instant createdAt) {}
