package dev.stagedoor.auth;

import dev.stagedoor.account.EmailAddress;
import dev.stagedoor.account.Emails;
import dev.stagedoor.account.Phone;
import dev.stagedoor.account.PhoneNumbers;
import dev.stagedoor.account.Registration;
import dev.stagedoor.account.password.AcceptablePassword;
import dev.stagedoor.account.password.NewPassword;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.validation.SingleLine;
import dev.stagedoor.profile.CurrencyCode;
import dev.stagedoor.profile.LanguageTag;
import dev.stagedoor.profile.LanguageTags;
import dev.stagedoor.profile.TimeZoneId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

@Schema(description = "A new account")
@AcceptablePassword
public record RegisterDto(
        @Schema(format = "email", maxLength = 255) @NotNull @EmailAddress
        String email,

        @Schema(format = "password", minLength = 12, maxLength = 128) @NotNull
        String password,

        @Schema(maxLength = 100, minLength = 1) @NotNull @SingleLine(max = 100)
        String firstName,

        @Schema(maxLength = 100, minLength = 1) @NotNull @SingleLine(max = 100)
        String lastName,

        @Schema(maxLength = 250) @Phone @Nullable String phone,

        @Schema(minLength = 2, maxLength = 35, pattern = "^[A-Za-z0-9-]+$") @LanguageTag @Nullable
        String language,

        @Schema(minLength = 1, maxLength = 64) @TimeZoneId @Nullable
        String timezone,

        @Schema(minLength = 3, maxLength = 3, pattern = "^[A-Z]{3}$") @CurrencyCode @Nullable
        String currency)
        implements NewPassword {

    private static final String UNKNOWN_LANGUAGE = "und";
    private static final String UNKNOWN_TIME_ZONE = "Etc/Unknown";

    /** Devices send {@code und} and {@code Etc/Unknown} if they do not know their settings. */
    public RegisterDto {
        email = Emails.normalized(email);
        language = UNKNOWN_LANGUAGE.equalsIgnoreCase(language) ? null : language;
        timezone = UNKNOWN_TIME_ZONE.equals(timezone) ? null : timezone;
    }

    @Override
    public List<String> personal() {
        return Stream.of(email, firstName, lastName).filter(Objects::nonNull).toList();
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
