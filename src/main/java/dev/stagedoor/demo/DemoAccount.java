package dev.stagedoor.demo;

import dev.stagedoor.account.Registration;
import dev.stagedoor.account.password.RawPassword;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The demo users. Their passwords are public. The demo scripts reference them by email. */
@Getter
@RequiredArgsConstructor
enum DemoAccount {
    MIA("mia@example.com", "see-you-at-the-show", "Mia", "Lindqvist", "sv-SE", "Europe/Stockholm", "SEK"),
    OSCAR("oscar@example.com", "climb-when-you-are-ready", "Oscar", "Vidal", "es-ES", "Europe/Madrid", "EUR"),
    ADA("ada@example.com", "house-lights-down-please", "Ada", "Mensah", "en-GB", "Europe/London", "GBP");

    private final String email;
    private final String password;
    private final String firstName;
    private final String lastName;
    private final String language;
    private final String timezone;
    private final String currency;

    Registration registration() {
        return new Registration(
                email, RawPassword.of(password), firstName, lastName, null, language, timezone, currency);
    }
}
