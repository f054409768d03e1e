package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "The user's active push registrations, last updated first")
public record PushRegistrationListResponseDto(List<RegisteredInstallationDto> items) {}
