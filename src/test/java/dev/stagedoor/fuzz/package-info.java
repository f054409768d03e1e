/** Hostile calls by the ten thousand, made from the OpenAPI documents alone. */
package dev.stagedoor.fuzz;
