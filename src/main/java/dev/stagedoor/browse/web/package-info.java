/** Controllers of the public catalog. */
package dev.stagedoor.browse.web;
