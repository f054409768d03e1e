/** What can go wrong, by the names of the contract: problem codes and the exceptions that carry them. */
package dev.stagedoor.platform.error;
