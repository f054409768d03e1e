/** The calls on oneself. */
package dev.stagedoor.me.web;
