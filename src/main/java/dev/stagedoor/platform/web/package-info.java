/** The HTTP ground: problem answers, request ids, body limits, cursors, entity tags and JSON settings. */
package dev.stagedoor.platform.web;
