package dev.stagedoor.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The filter chain: bearer tokens, no cookies, refusals answered by the one advice. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/auth/**",
        "/.well-known/**",
        "/livez",
        "/readyz",
        "/v3/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/dashboard/**"
    };

    /** The one call at the front door that is for somebody who is in already. */
    private static final String VERIFICATION = "/auth/email/verification";

    /** A method that nobody knows is no attack: it gets the 405 of every other wrong one. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(name -> HeaderCharacters.areAssigned(name, false));
        firewall.setAllowedHeaderValues(value -> HeaderCharacters.areAssigned(value, true));
        return firewall;
    }

    /** The chain is not observed: its time is in the request's, and what filters throw would be in the traces. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The actuator listens on the management port alone, which is bound to loopback unless an operator opens it. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    /** The front door and the probes do not look at tokens: who comes to renew an expired one must get in with it. */
    @Bean
    @Order(2)
    SecurityFilterChain open(HttpSecurity http) {
        var paths = Stream.of(OPEN)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new);
        var forPeople = PathPatternRequestMatcher.withDefaults().matcher(VERIFICATION);
        var open = new AndRequestMatcher(new OrRequestMatcher(paths), new NegatedRequestMatcher(forPeople));
        return stateless(http.securityMatcher(open))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(
            HttpSecurity http,
            AuthenticationManagerResolver<HttpServletRequest> callers,
            ApiKeys keys,
            SecurityProblemHandler problems) {
        return stateless(http)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .addFilterBefore(ApiKeyFilter.of(keys, problems), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new CallerLogFilter(), BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(callers)
                        .bearerTokenResolver(new PlainBearerToken())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /** What no line names is open, so that an unknown path is a 404 for everyone; a test walks every route. */
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls) {
        calls.requestMatchers("/admin/**").hasRole("ADMIN");
        calls.requestMatchers("/catalog/**").hasAnyAuthority("ROLE_ADMIN", "SCOPE_catalog:write");
        calls.requestMatchers("/analytics/**").hasAnyAuthority("ROLE_USER", "SCOPE_analytics:read");
        calls.requestMatchers("/me/**", "/favorites/**", VERIFICATION).hasRole("USER");
        calls.anyRequest().permitAll();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
