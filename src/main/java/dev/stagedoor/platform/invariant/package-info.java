/** Data invariants. Each feature declares those of its tables, and {@code --job=verify} checks all of them. */
@NullMarked
package dev.stagedoor.platform.invariant;

import org.jspecify.annotations.NullMarked;
