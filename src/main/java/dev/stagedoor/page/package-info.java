/** Pages for people: the start page, the pages of email links, and the explanations of problem types. They contain no script. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account :: password", "auth"})
package dev.stagedoor.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
