/** The business dashboard's calls. */
package dev.stagedoor.analytics.web;
