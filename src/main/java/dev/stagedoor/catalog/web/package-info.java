/** The service-to-service calls by which the catalog pushes. */
package dev.stagedoor.catalog.web;
