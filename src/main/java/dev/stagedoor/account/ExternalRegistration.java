package dev.stagedoor.account;

/**
 * The registration of an external identity.
 *
 * @param betterAuthId  the subject at the first identity provider; null for other providers
 * @param email         trimmed and in lower case
 * @param emailVerified whether the identity provider has verified the email
 * @param locale        the language tag of the identity provider, not validated; empty if unknown
 * @param timeZone      the time zone of the identity provider, not validated; empty if unknown
 */
public record ExternalRegistration(
        String betterAuthId,
        String email,
        boolean emailVerified,
        String firstName,
        String lastName,
        String locale,
        String timeZone) {}
