/** Rate limits as token buckets, in memory or in Redis. */
package dev.stagedoor.platform.ratelimit;
