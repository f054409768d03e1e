package dev.stagedoor.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.DefaultRequestRejectedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The filter chains: stateless, with bearer tokens and API keys. {@code ProblemAdvice} handles all errors. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Public paths whose operations are not ours, and therefore not annotated. */
    private static final String[] DOCUMENTATION_PATHS = {"/v3/**", "/swagger-ui.html", "/swagger-ui/**"};

    private static final String[] PUBLIC_PATHS = {
        "/",
        "/auth/**",
        "/.well-known/**",
        "/livez",
        "/readyz",
        "/dashboard/**",
        "/preferences/**",
        "/problems/**",
        "/verify-email",
        "/reset-password",
        "/restore-account",
        "/unsubscribe/**"
    };

    /** The only operation under {@code /auth} that requires a signed-in user. */
    private static final String EMAIL_VERIFICATION = "/auth/email/verification";

    /** Accepts unknown HTTP methods, so that they return 405 like other unsupported methods. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(HeaderCharacters::isName);
        firewall.setAllowedHeaderValues(HeaderCharacters::isValue);
        return firewall;
    }

    /** Throws the exception, like {@link #fail}. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return new DefaultRequestRejectedHandler();
    }

    /** Disabled, because traces would contain exceptions of the filters. The request observation includes the time. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Public, because the actuator uses the management port, which is bound to loopback by default. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    /** These paths ignore tokens, so that a client can send an expired token when it refreshes its session. */
    @Bean
    @Order(2)
    SecurityFilterChain publicPaths(HttpSecurity http, PublicOperations publicOperations) {
        var paths = Stream.of(PUBLIC_PATHS, DOCUMENTATION_PATHS)
                .flatMap(Stream::of)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new);
        var verification = PathPatternRequestMatcher.withDefaults().matcher(EMAIL_VERIFICATION);
        var matcher = new AndRequestMatcher(new OrRequestMatcher(paths), new NegatedRequestMatcher(verification));
        return stateless(http.securityMatcher(matcher))
                .authorizeHttpRequests(calls -> calls.requestMatchers(DOCUMENTATION_PATHS)
                        .permitAll()
                        .anyRequest()
                        .access(publicOperations))
                .exceptionHandling(SecurityConfiguration::failures)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(
            HttpSecurity http,
            AuthenticationManagerResolver<HttpServletRequest> callers,
            ApiKeys keys,
            PublicOperations publicOperations) {
        return stateless(http)
                .authorizeHttpRequests(calls -> rules(calls, publicOperations))
                .addFilterBefore(ApiKeyFilter.of(keys), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new CallerLogFilter(), BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(callers)
                        .bearerTokenResolver(new PlainBearerToken())
                        .authenticationEntryPoint(SecurityConfiguration::fail)
                        .accessDeniedHandler(SecurityConfiguration::fail))
                .exceptionHandling(SecurityConfiguration::failures)
                .build();
    }

    private static void failures(ExceptionHandlingConfigurer<HttpSecurity> errors) {
        errors.authenticationEntryPoint(SecurityConfiguration::fail).accessDeniedHandler(SecurityConfiguration::fail);
    }

    /** {@code ProblemFilter} converts the exception to a response. */
    private static void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) {
        throw failure;
    }

    /** A test checks every route. */
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls,
            PublicOperations publicOperations) {
        calls.requestMatchers("/admin/**").hasRole("ADMIN");
        calls.requestMatchers("/catalog/**").hasAnyAuthority("ROLE_ADMIN", "SCOPE_catalog:write");
        calls.requestMatchers("/analytics/**").hasAnyAuthority("ROLE_USER", "SCOPE_analytics:read");
        calls.requestMatchers("/notifications/invalid-push-tokens").hasAuthority("SCOPE_notifications:deliver");
        calls.requestMatchers("/notifications/**").hasAuthority("SCOPE_notifications:decide");
        calls.requestMatchers("/me/**", "/favorites/**", EMAIL_VERIFICATION).hasRole("USER");
        calls.anyRequest().access(publicOperations);
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
