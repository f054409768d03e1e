package dev.stagedoor.account;

import java.util.UUID;

/** Something has changed of an account that its owner is shown; heard inside the transaction that wrote it. */
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
