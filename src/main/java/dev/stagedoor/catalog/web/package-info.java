/** Controllers through which other services update the catalog. */
@NullMarked
package dev.stagedoor.catalog.web;

import org.jspecify.annotations.NullMarked;
