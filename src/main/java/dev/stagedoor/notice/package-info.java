/** What the service writes to people: links that prove a mailbox, and notices when something of theirs changes hands. */
@ApplicationModule(allowedDependencies = {"platform", "account", "access"})
package dev.stagedoor.notice;

import org.springframework.modulith.ApplicationModule;
