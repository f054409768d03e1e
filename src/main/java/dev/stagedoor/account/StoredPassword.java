package dev.stagedoor.account;

import java.util.UUID;

/**
 * The columns of an account that a password check needs.
 *
 * @param passwordHash null for an account without a password
 */
record StoredPassword(UUID id, String email, String firstName, String lastName, String passwordHash, boolean isActive) {

    @Override
    public String toString() {
        return "StoredPassword[" + id + "]";
    }
}
