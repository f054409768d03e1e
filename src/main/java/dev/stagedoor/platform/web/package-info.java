/** HTTP infrastructure: problem responses, request ids, body limits, cursors, entity tags and CORS. */
@NullMarked
package dev.stagedoor.platform.web;

import org.jspecify.annotations.NullMarked;
