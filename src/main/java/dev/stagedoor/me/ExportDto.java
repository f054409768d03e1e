package dev.stagedoor.me;

import dev.stagedoor.access.ExportedSessionDto;
import dev.stagedoor.favorite.FavoriteRecordDto;
import dev.stagedoor.notification.ExportedEmailDto;
import dev.stagedoor.profile.BackgroundDto;
import dev.stagedoor.profile.NotificationPrefsDto;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(description = "All data that the service stores about a user")
public record ExportDto(
        @Schema(description = "The time of the export") Instant exportedAt,

        @Schema(description = "The account") ExportedAccountDto account,

        @Schema(description = "The profile") ExportedProfileDto profile,

        @Schema(description = "The notification preferences")
        NotificationPrefsDto notificationPreferences,

        @Schema(description = "The background") BackgroundDto background,

        @Schema(description = "The companies that the user is a member of")
        List<MyCompanyDto> companies,

        @Schema(description = "All favorites, newest first") List<FavoriteRecordDto> favorites,

        @Schema(description = "Active and ended sessions, newest first")
        List<ExportedSessionDto> sessions,

        @Schema(description = "Emails to the user, newest first")
        List<ExportedEmailDto> mails,

        @Schema(description = "Changes that admins made to the account, newest first")
        List<ExportedChangeDto> changesByAdmins) {}
