package dev.stagedoor.account;

import dev.stagedoor.account.password.RawPassword;

/**
 * The data of a new account.
 *
 * @param email    trimmed and in lower case
 * @param phone    in E.164 format
 * @param language a BCP 47 language tag
 * @param timezone an IANA time zone; null for the default
 * @param currency an ISO 4217 code; null for the default
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
