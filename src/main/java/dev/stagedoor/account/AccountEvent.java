package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** A change of an account, published in the transaction of the change. */
public sealed interface AccountEvent {

    UUID userId();

    /** The account was created. Listeners create dependent rows. The preferences of an external identity may be invalid. */
    record AccountRegistered(UUID userId, String language, String timezone, String currency, Instant at)
            implements AccountEvent {}

    /** The account's personal data was changed or verified. */
    record AccountChanged(UUID userId) implements AccountEvent {}

    record PhoneChanged(UUID userId, Instant at) implements AccountEvent {}

    record PasswordChanged(UUID userId, Instant at) implements AccountEvent {}

    /** An external identity was linked with the account. */
    record IdentityLinked(UUID userId, Instant at) implements AccountEvent {}

    /** The owner of an unverified email set a new password. Another person may have created the account. */
    record UnverifiedAccountReset(UUID userId, Instant at) implements AccountEvent {}

    /** An admin changed the account's rights. */
    record AccountRightsChanged(UUID userId, AccountRights rights, Instant at) implements AccountEvent {}

    /** The account was deactivated by its owner or an admin. */
    record AccountDeactivated(UUID userId, Instant at) implements AccountEvent {}

    /** The owner deleted the account, which can be restored until it is purged. */
    record AccountDeleted(UUID userId, Instant at) implements AccountEvent {}

    /** The account was reactivated. */
    record AccountRestored(UUID userId, Instant at) implements AccountEvent {}

    /** The account is deleted permanently. Listeners delete the account's data in their packages. */
    record AccountPurged(UUID userId, Instant at) implements AccountEvent {}
}
