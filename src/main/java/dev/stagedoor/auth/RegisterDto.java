package dev.stagedoor.auth;

import dev.stagedoor.account.EmailAddress;
import dev.stagedoor.account.Emails;
import dev.stagedoor.account.Phone;
import dev.stagedoor.account.PhoneNumbers;
import dev.stagedoor.account.Registration;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.validation.SingleLine;
import dev.stagedoor.profile.CurrencyCode;
import dev.stagedoor.profile.LanguageTag;
import dev.stagedoor.profile.LanguageTags;
import dev.stagedoor.profile.TimeZoneId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;

/** A new account. */
@Schema(description = "A new account")
public record RegisterDto(
        @Schema(
                description = "Kept trimmed and lower-case",
                format = "email",
                maxLength = 255,
                example = "mia@example.com")
        @NotNull
        @EmailAddress
        String email,

        @Schema(
                description = "12 to 128 characters; neither common nor made of the email or the name",
                format = "password",
                minLength = 12,
                maxLength = 128,
                example = "see-you-at-the-show")
        @NotNull
        String password,

        @Schema(maxLength = 100, minLength = 1, description = "The first name", example = "Mia")
        @NotNull
        @SingleLine(max = 100)
        String firstName,

        @Schema(maxLength = 100, minLength = 1, description = "The last name", example = "Lindqvist")
        @NotNull
        @SingleLine(max = 100)
        String lastName,

        @Schema(
                description = "With its country code",
                maxLength = 250,
                pattern = "^\\+[0-9][0-9 ().-]*$",
                example = "+4930901820")
        @Phone
        @Nullable
        String phone,

        @Schema(description = "BCP 47", minLength = 2, maxLength = 35, pattern = "^[A-Za-z0-9-]+$", example = "en-US")
        @LanguageTag
        @Nullable
        String language,

        @Schema(
                description = "IANA time zone; UTC when left out",
                minLength = 1,
                maxLength = 64,
                example = "Europe/Berlin")
        @TimeZoneId
        @Nullable
        String timezone,

        @Schema(
                description = "ISO 4217; USD when left out",
                minLength = 3,
                maxLength = 3,
                pattern = "^[A-Z]{3}$",
                example = "EUR")
        @CurrencyCode
        @Nullable
        String currency) {

    public RegisterDto {
        email = Emails.normalized(email);
        firstName = firstName == null ? null : firstName.strip();
        lastName = lastName == null ? null : lastName.strip();
    }

    Registration toRegistration() {
        return new Registration(
                email,
                RawPassword.of(password),
                firstName,
                lastName,
                PhoneNumbers.normalized(phone),
                LanguageTags.canonical(language),
                timezone,
                currency);
    }

    @Override
    public String toString() {
        return "RegisterDto[********]";
    }
}
