package dev.stagedoor.account;

import jakarta.validation.constraints.NotEmpty;

/**
 * Somebody whom an identity provider vouches for.
 *
 * @param betterAuthId  the provider's subject, as {@code users.better_auth_id} keeps it
 * @param email         trimmed and lower-case
 * @param emailVerified what the provider says of it
 */
public record ExternalRegistration(
        String betterAuthId,
        @NotEmpty @EmailAddress String email,
        boolean emailVerified,
        String firstName,
        String lastName) {}
