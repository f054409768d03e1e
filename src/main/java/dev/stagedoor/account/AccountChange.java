package dev.stagedoor.account;

import java.time.Instant;
import org.openapitools.jackson.nullable.JsonNullable;

/** A partial update of an account. Undefined fields are unchanged. */
public record AccountChange(JsonNullable<String> firstName, JsonNullable<String> lastName, JsonNullable<String> phone) {

    public boolean isEmpty() {
        return !firstName.isPresent() && !lastName.isPresent() && !phone.isPresent();
    }

    boolean isToAnotherPhone(User user) {
        return phone.isPresent() && phone.get() != null && !phone.get().equals(user.getPhone());
    }

    void applyTo(User user, Instant now) {
        if (firstName.isPresent() || lastName.isPresent()) {
            user.rename(firstName.orElse(user.getFirstName()), lastName.orElse(user.getLastName()), now);
        }
        if (phone.isPresent()) {
            user.changePhone(phone.get(), now);
        }
    }
}
