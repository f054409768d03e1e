package dev.stagedoor.me;

import dev.stagedoor.access.ExportedSessionDto;
import dev.stagedoor.favorite.FavoriteRecordDto;
import dev.stagedoor.notification.ExportedEmailDto;
import dev.stagedoor.profile.BackgroundDto;
import dev.stagedoor.profile.NotificationPrefsDto;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;

/** All that the service holds about a person. */
@Schema(description = "All that the service holds about a person")
public record ExportDto(
        @Schema(
                description = "When it was put together",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant exportedAt,

        @Schema(description = "The account", requiredMode = RequiredMode.REQUIRED)
        ExportedAccountDto account,

        @Schema(description = "The profile", requiredMode = RequiredMode.REQUIRED)
        ExportedProfileDto profile,

        @Schema(description = "What the person wants to be notified by", requiredMode = RequiredMode.REQUIRED)
        NotificationPrefsDto notificationPreferences,

        @Schema(description = "What the person knows and works with", requiredMode = RequiredMode.REQUIRED)
        BackgroundDto background,

        @Schema(description = "The companies the person belongs to", requiredMode = RequiredMode.REQUIRED)
        List<MyCompanyDto> companies,

        @Schema(description = "All of them, newest first", requiredMode = RequiredMode.REQUIRED)
        List<FavoriteRecordDto> favorites,

        @Schema(description = "Sign-ins, ended ones too, newest first", requiredMode = RequiredMode.REQUIRED)
        List<ExportedSessionDto> sessions,

        @Schema(description = "Mails to the person, newest first", requiredMode = RequiredMode.REQUIRED)
        List<ExportedEmailDto> mails,

        @Schema(description = "What admins changed of the account, newest first", requiredMode = RequiredMode.REQUIRED)
        List<ExportedChangeDto> changesByAdmins) {}
