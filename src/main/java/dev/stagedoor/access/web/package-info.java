/** Publishes the public keys that verify access tokens. */
@NullMarked
package dev.stagedoor.access.web;

import org.jspecify.annotations.NullMarked;
