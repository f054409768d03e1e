/** Mails: an outbox in the database, and its delivery by SMTP once what they tell of is committed. */
package dev.stagedoor.platform.mail;
