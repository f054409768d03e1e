package dev.stagedoor.profile;

import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.profile.UserProfileStatements.PreferencesChange;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

@Schema(description = "Flags to change; omitted flags stay unchanged")
public record UpdateNotificationPrefsDto(
        JsonNullable<@NotNull Boolean> notificationsEnabled,
        JsonNullable<@NotNull Boolean> pushEnabled,
        JsonNullable<@NotNull Boolean> emailEnabled) {

    boolean isEmpty() {
        return !notificationsEnabled.isPresent() && !pushEnabled.isPresent() && !emailEnabled.isPresent();
    }

    PreferencesChange of(UUID userId, @Nullable CurrentUser caller) {
        return new PreferencesChange(
                userId, caller, notificationsEnabled.orElse(null), pushEnabled.orElse(null), emailEnabled.orElse(null));
    }
}
