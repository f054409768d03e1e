package dev.stagedoor.platform.web;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** The {@code WWW-Authenticate} challenge of RFC 6750: it names an error only where a token was sent. */
final class BearerChallenge {

    private BearerChallenge() {}

    static String of(AuthenticationException refusal) {
        return refusal instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer";
    }
}
