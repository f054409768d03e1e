package dev.stagedoor.profile;

import java.time.LocalDate;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.databind.JsonNode;

/** A partial change of the profile. Undefined fields stay unchanged; settings are merged (RFC 7396). */
public record ProfileChange(
        JsonNullable<String> language,
        JsonNullable<LocalDate> birthDate,
        JsonNullable<String> timezone,
        JsonNullable<String> currency,
        JsonNullable<JsonNode> settings) {

    public boolean isEmpty() {
        return !language.isPresent()
                && !birthDate.isPresent()
                && !timezone.isPresent()
                && !currency.isPresent()
                && !settings.isPresent();
    }
}
