package dev.stagedoor.account;

import java.util.UUID;

/** A change of an account, published in the transaction of the change. */
public sealed interface AccountEvent
        permits AccountChanged,
                AccountDeactivated,
                AccountPurged,
                AccountRestored,
                AccountRightsChanged,
                IdentityLinked,
                PasswordChanged {

    UUID userId();
}
