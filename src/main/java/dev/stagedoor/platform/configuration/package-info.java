/** Settings that cannot be used stop the start with one sentence that names them. */
package dev.stagedoor.platform.configuration;
