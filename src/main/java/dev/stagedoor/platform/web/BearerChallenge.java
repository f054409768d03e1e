package dev.stagedoor.platform.web;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** The {@code WWW-Authenticate} challenge of RFC 6750. Contains an error only if the request contained a token. */
final class BearerChallenge {

    private BearerChallenge() {}

    static String of(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer";
    }
}
