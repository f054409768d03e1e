/** The current user: account, profile, sessions, export and deletion. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "account :: password",
            "access",
            "profile",
            "preference",
            "favorite",
            "notification",
            "catalog"
        })
package dev.stagedoor.me;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
