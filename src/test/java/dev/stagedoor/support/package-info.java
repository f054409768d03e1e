/** What the tests share: the database, the running service, a client that speaks its language, and people. */
package dev.stagedoor.support;
