/** The requests of the folder {@code requests}, made as an editor's HTTP client makes them. */
package dev.stagedoor.requests;
