/** Fuzz tests that generate requests from the OpenAPI documents. */
package dev.stagedoor.fuzz;
