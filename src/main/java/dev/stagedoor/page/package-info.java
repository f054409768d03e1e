/** Pages for people: the start page, the pages of email and unsubscribe links, and the explanations of problem types. They contain no script. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account :: password", "auth", "preference"})
package dev.stagedoor.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
