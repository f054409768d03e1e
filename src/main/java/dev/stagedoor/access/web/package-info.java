/** Publishes the keys that access tokens are verified with. */
package dev.stagedoor.access.web;
