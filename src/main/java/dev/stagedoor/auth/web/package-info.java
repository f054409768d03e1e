/** The front door's calls. */
package dev.stagedoor.auth.web;
