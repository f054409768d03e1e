/** What the service tells its operators about the platform's size. */
package dev.stagedoor.platform.metric;
