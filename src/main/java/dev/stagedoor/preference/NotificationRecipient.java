package dev.stagedoor.preference;

import dev.stagedoor.access.PushDestination;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user with the settings that decide about notifications of one category.
 *
 * @param known      whether the account exists and is active; if not, all other settings are defaults
 * @param push       the choice of the user for the category, otherwise its default
 * @param email      the choice of the user for the category, otherwise its default
 * @param devices    the active push registrations, latest first; empty if push was not requested
 */
public record NotificationRecipient(
        UUID userId,
        boolean known,
        boolean mandatory,
        boolean notificationsEnabled,
        boolean pushEnabled,
        boolean emailEnabled,
        boolean push,
        boolean email,
        boolean emailVerified,
        @Nullable Instant snoozedUntil,
        QuietHours quietHours,
        @Nullable String address,
        @Nullable String language,
        String timezone,
        List<PushDestination> devices) {

    DecisionDto decide(NotificationChannel channel, Instant at) {
        return DecisionRules.decide(facts(channel), at);
    }

    private DecisionFacts facts(NotificationChannel channel) {
        var isPush = channel == NotificationChannel.PUSH;
        return new DecisionFacts(
                known,
                mandatory,
                !isPush || !devices.isEmpty(),
                notificationsEnabled,
                isPush ? pushEnabled : emailEnabled,
                isPush ? push : email,
                !isPush && !emailVerified,
                snoozedUntil,
                quietHours);
    }
}
