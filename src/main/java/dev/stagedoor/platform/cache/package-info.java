/** The caches, in memory or in Redis, as configured by {@code stagedoor.cache}. */
@NullMarked
package dev.stagedoor.platform.cache;

import org.jspecify.annotations.NullMarked;
