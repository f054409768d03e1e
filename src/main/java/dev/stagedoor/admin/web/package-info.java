/** The super-admin's calls. */
package dev.stagedoor.admin.web;
