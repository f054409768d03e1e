/** The current user: account, profile, preferences, sessions, export and deletion. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "account :: password",
            "access",
            "profile",
            "favorite",
            "notification",
            "catalog"
        })
package dev.stagedoor.me;

import org.springframework.modulith.ApplicationModule;
