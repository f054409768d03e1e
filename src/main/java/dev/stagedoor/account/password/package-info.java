/** Password policy and password hashing (Argon2id). */
@NullMarked
@NamedInterface("password")
package dev.stagedoor.account.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
