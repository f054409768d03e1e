/** Strict parsing of JSON, path variables and query parameters. */
@NullMarked
package dev.stagedoor.platform.web.strict;

import org.jspecify.annotations.NullMarked;
