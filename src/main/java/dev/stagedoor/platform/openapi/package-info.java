/** The OpenAPI documents: one a surface, complete with security and error answers. */
package dev.stagedoor.platform.openapi;
