package dev.stagedoor.me;

import dev.stagedoor.access.ExportedIdentityDto;
import dev.stagedoor.access.ExportedInstallationDto;
import dev.stagedoor.access.ExportedSessionDto;
import dev.stagedoor.favorite.FavoriteRecordDto;
import dev.stagedoor.notification.ExportedEmailDto;
import dev.stagedoor.preference.ConsentDto;
import dev.stagedoor.preference.NotificationPrefsDto;
import dev.stagedoor.profile.BackgroundDto;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(description = "All data that the service stores about a user")
public record ExportDto(
        Instant exportedAt,
        ExportedAccountDto account,
        ExportedProfileDto profile,
        NotificationPrefsDto notificationPreferences,
        List<ConsentDto> consents,
        BackgroundDto background,
        List<MyCompanyDto> companies,
        List<FavoriteRecordDto> favorites,
        List<ExportedSessionDto> sessions,
        List<ExportedIdentityDto> identities,
        List<ExportedInstallationDto> pushRegistrations,
        List<ExportedEmailDto> mails,
        List<ExportedChangeDto> changesByAdmins) {}
