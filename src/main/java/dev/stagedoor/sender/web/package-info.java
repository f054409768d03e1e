/** Controllers that services call before they send notifications. */
@NullMarked
package dev.stagedoor.sender.web;

import org.jspecify.annotations.NullMarked;
