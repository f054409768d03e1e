/** Validation constraints that several features use. */
@NullMarked
package dev.stagedoor.platform.validation;

import org.jspecify.annotations.NullMarked;
