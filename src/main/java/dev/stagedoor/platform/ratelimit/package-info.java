/** Rate limits as token buckets, in memory or in Redis. */
@NullMarked
package dev.stagedoor.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
