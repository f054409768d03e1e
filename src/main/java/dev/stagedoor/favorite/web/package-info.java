/** The favorites' calls. */
package dev.stagedoor.favorite.web;
