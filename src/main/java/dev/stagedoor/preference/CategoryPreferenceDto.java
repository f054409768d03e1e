package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

@Schema(
        description =
                "A category of notifications with the choices of the user. Both channels of a mandatory category are on")
public record CategoryPreferenceDto(
        String key, String name, String description, boolean mandatory, boolean push, boolean email) {

    static CategoryPreferenceDto of(NotificationCategoryDto category, StoredChoices choices, Locale language) {
        return new CategoryPreferenceDto(
                category.key(),
                category.name().in(language),
                category.description().in(language),
                category.mandatory(),
                choices.isEnabled(category, NotificationChannel.PUSH),
                choices.isEnabled(category, NotificationChannel.EMAIL));
    }
}
