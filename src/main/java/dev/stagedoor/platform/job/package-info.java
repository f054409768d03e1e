/** Jobs that run from the command line instead of the service, and scheduled tasks. */
@NullMarked
package dev.stagedoor.platform.job;

import org.jspecify.annotations.NullMarked;
