package dev.stagedoor.profile;

import dev.stagedoor.profile.UserProfileStatements.PreferencesChange;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.openapitools.jackson.nullable.JsonNullable;

/** Any of the three flags (RFC 7396); what is left out stays. */
@Schema(description = "Any of the three flags; what is left out stays as it is")
public record UpdateNotificationPrefsDto(
        @Schema(description = "The master switch; off keeps the channels' own settings", example = "false")
        JsonNullable<@NotNull Boolean> notificationsEnabled,

        @Schema(description = "Push messages", example = "true")
        JsonNullable<@NotNull Boolean> pushEnabled,

        @Schema(description = "Emails", example = "true") JsonNullable<@NotNull Boolean> emailEnabled) {

    boolean isEmpty() {
        return !notificationsEnabled.isPresent() && !pushEnabled.isPresent() && !emailEnabled.isPresent();
    }

    PreferencesChange of(UUID userId) {
        return new PreferencesChange(
                userId, notificationsEnabled.orElse(null), pushEnabled.orElse(null), emailEnabled.orElse(null));
    }
}
