/** Reports an invalid configuration in one sentence that names the setting. */
@NullMarked
package dev.stagedoor.platform.configuration;

import org.jspecify.annotations.NullMarked;
