package dev.stagedoor.account;

import dev.stagedoor.account.password.RawPassword;

/**
 * Who registers, and the preferences that are known from the start.
 *
 * @param email    trimmed and lower-case
 * @param phone    E.164, or null
 * @param language BCP 47, or null
 * @param timezone IANA, or null for the default
 * @param currency ISO 4217, or null for the default
 */
public record Registration(
        String email,
        RawPassword password,
        String firstName,
        String lastName,
        String phone,
        String language,
        String timezone,
        String currency) {}
