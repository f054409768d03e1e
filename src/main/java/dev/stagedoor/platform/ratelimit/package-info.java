/** How often something may be tried: token buckets, on this instance or over Redis on all of them. */
package dev.stagedoor.platform.ratelimit;
