/** Constraints that several rooms put on their input. */
package dev.stagedoor.platform.validation;
