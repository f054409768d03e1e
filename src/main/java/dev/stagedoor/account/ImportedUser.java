package dev.stagedoor.account;

import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.platform.validation.SingleLine;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** A line of an import file: an account of another system. */
record ImportedUser(
        @NotNull @EmailAddress String email,
        @NotNull @SingleLine(max = 100) String firstName,
        @NotNull @SingleLine(max = 100) String lastName,
        @Phone String phone,
        Boolean emailVerified,
        Boolean phoneVerified,
        String passwordHash,
        @SingleLine(max = 255) String externalSubject) {

    private static final int MAX_HASH_LENGTH = 255;

    ImportedUser {
        email = Emails.normalized(email);
        phone = PhoneNumbers.normalized(phone);
        emailVerified = Boolean.TRUE.equals(emailVerified);
        phoneVerified = Boolean.TRUE.equals(phoneVerified);
    }

    /** Describes a rule that the fields violate together, or an unsupported hash. */
    Optional<String> violation() {
        if (passwordHash == null && externalSubject == null) {
            return Optional.of("passwordHash or externalSubject is required");
        }
        if (passwordHash != null
                && (passwordHash.length() > MAX_HASH_LENGTH || !PasswordHashes.isSupported(passwordHash))) {
            return Optional.of("passwordHash has an unsupported format, or parameters out of bounds");
        }
        return phoneVerified && phone == null ? Optional.of("phoneVerified requires a phone") : Optional.empty();
    }

    @Override
    public String toString() {
        return "ImportedUser[********]";
    }
}
