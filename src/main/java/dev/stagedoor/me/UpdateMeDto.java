package dev.stagedoor.me;

import dev.stagedoor.account.AccountChange;
import dev.stagedoor.account.Phone;
import dev.stagedoor.account.PhoneNumbers;
import dev.stagedoor.platform.validation.SingleLine;
import dev.stagedoor.profile.BirthDate;
import dev.stagedoor.profile.CurrencyCode;
import dev.stagedoor.profile.LanguageTag;
import dev.stagedoor.profile.LanguageTags;
import dev.stagedoor.profile.ProfileChange;
import dev.stagedoor.profile.Settings;
import dev.stagedoor.profile.TimeZoneId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.databind.JsonNode;

@Schema(description = "A merge patch (RFC 7396). Absent fields are unchanged, null clears an optional field")
public record UpdateMeDto(
        @Schema(maxLength = 100, minLength = 1) JsonNullable<@NotNull @SingleLine(max = 100) String> firstName,
        @Schema(maxLength = 100, minLength = 1) JsonNullable<@NotNull @SingleLine(max = 100) String> lastName,

        @Schema(maxLength = 250) JsonNullable<@Phone String> phone,

        @Schema(minLength = 2, maxLength = 35, pattern = "^[A-Za-z0-9-]+$")
        JsonNullable<@LanguageTag String> language,

        JsonNullable<@BirthDate LocalDate> birthDate,
        @Schema(minLength = 1, maxLength = 64) JsonNullable<@NotNull @TimeZoneId String> timezone,

        @Schema(minLength = 3, maxLength = 3, pattern = "^[A-Z]{3}$")
        JsonNullable<@NotNull @CurrencyCode String> currency,

        @Schema(
                implementation = Object.class,
                types = {"object", "null"},
                additionalPropertiesSchema = Object.class)
        JsonNullable<@Settings JsonNode> settings) {

    AccountChange account() {
        return new AccountChange(firstName, lastName, phone.map(PhoneNumbers::normalized));
    }

    ProfileChange profile() {
        return new ProfileChange(language.map(LanguageTags::canonical), birthDate, timezone, currency, settings);
    }
}
