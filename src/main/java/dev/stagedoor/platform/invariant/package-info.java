/** What holds of the data at every moment: each room says it of its own tables, and {@code --job=verify} asks all of them. */
package dev.stagedoor.platform.invariant;
