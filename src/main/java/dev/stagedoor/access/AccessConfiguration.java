package dev.stagedoor.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManagerResolver;

/** Provides the authentication manager of bearer tokens to the security filter chain. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessProperties.class, CleanupProperties.class})
class AccessConfiguration {

    @Bean
    AuthenticationManagerResolver<HttpServletRequest> callers(
            AccessTokens tokens,
            SessionRepository sessions,
            SessionCache cache,
            ExternalTokens externalTokens,
            ExternalIdentities externalIdentities,
            Clock clock) {
        var manager = new AccessTokenAuthenticationManager(
                tokens, sessions, cache, externalTokens, externalIdentities, clock);
        return request -> manager;
    }
}
