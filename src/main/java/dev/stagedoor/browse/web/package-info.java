/** The public catalog's calls. */
package dev.stagedoor.browse.web;
