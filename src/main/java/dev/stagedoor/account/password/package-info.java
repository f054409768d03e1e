/** Password policy and password hashing (Argon2id). */
@NamedInterface("password")
package dev.stagedoor.account.password;

import org.springframework.modulith.NamedInterface;
