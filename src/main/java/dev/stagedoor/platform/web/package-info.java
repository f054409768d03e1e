/** HTTP infrastructure: problem responses, request ids, body limits, cursors, entity tags and CORS. */
package dev.stagedoor.platform.web;
