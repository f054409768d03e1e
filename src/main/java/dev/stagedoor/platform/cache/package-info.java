/** Where what was read is remembered: the choice that {@code stagedoor.cache} makes. */
package dev.stagedoor.platform.cache;
