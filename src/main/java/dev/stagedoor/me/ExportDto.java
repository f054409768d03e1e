package dev.stagedoor.me;

import dev.stagedoor.access.ExportedSessionDto;
import dev.stagedoor.favorite.FavoriteRecordDto;
import dev.stagedoor.notification.ExportedEmailDto;
import dev.stagedoor.profile.BackgroundDto;
import dev.stagedoor.profile.NotificationPrefsDto;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** All that the service holds about a person. */
@Schema(description = "All that the service holds about a person")
public record ExportDto(
        @Schema(description = "When it was put together") Instant exportedAt,

        @Schema(description = "The account") ExportedAccountDto account,

        @Schema(description = "The profile") ExportedProfileDto profile,

        @Schema(description = "What the person wants to be notified by")
        NotificationPrefsDto notificationPreferences,

        @Schema(description = "What the person knows and works with")
        BackgroundDto background,

        @Schema(description = "The companies the person belongs to")
        List<MyCompanyDto> companies,

        @Schema(description = "All of them, newest first") List<FavoriteRecordDto> favorites,

        @Schema(description = "Sign-ins, ended ones too, newest first")
        List<ExportedSessionDto> sessions,

        @Schema(description = "Mails to the person, newest first")
        List<ExportedEmailDto> mails,

        @Schema(description = "What admins changed of the account, newest first")
        List<ExportedChangeDto> changesByAdmins) {}
