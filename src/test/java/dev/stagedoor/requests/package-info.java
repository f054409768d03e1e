/** Runs the {@code .http} files of the folder {@code requests} like the HTTP client of an editor. */
package dev.stagedoor.requests;
