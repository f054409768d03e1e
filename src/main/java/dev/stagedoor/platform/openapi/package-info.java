/** The OpenAPI documents, one per API surface, with security and error responses. */
package dev.stagedoor.platform.openapi;
