/** Strict parsing of JSON, path variables and query parameters. */
package dev.stagedoor.platform.web.strict;
