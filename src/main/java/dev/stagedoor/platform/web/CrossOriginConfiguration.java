package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of configured origins call, without cookies, which we do not know. Preflights are answered before anybody
 * asks for a token, those of other origins with {@code forbidden}; what needs none is answered to all, and the browser
 * keeps the answer from pages that may not have it.
 */
@Configuration(proxyBeanMethods = false)
class CrossOriginConfiguration {

    /** After the request has its id and refusals their answer, before the security chain. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private static final List<String> TAKEN = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            RequestId.HEADER,
            "traceparent",
            "tracestate");

    private static final List<String> EXPOSED = List.of(
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LANGUAGE,
            Deprecations.DEPRECATION,
            HttpHeaders.ETAG,
            HttpHeaders.LINK,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            Deprecations.SUNSET,
            HttpHeaders.WWW_AUTHENTICATE,
            RequestId.HEADER);

    @Bean
    FilterRegistrationBean<CorsFilter> crossOrigin(AllowedOrigins origins) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins.all());
        allowed.setAllowedMethods(METHODS);
        allowed.setAllowedHeaders(TAKEN);
        allowed.setExposedHeaders(EXPOSED);
        allowed.setMaxAge(REMEMBERED);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowed);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new Refusing());
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(ORDER);
        registration.setEnabled(!origins.all().isEmpty());
        return registration;
    }

    private static final class Refusing extends DefaultCorsProcessor {

        @Override
        protected boolean handleInternal(
                ServerHttpRequest request, ServerHttpResponse response, CorsConfiguration allowed, boolean isPreflight)
                throws IOException {
            var isOfAnother = checkOrigin(allowed, request.getHeaders().getOrigin()) == null;
            return isOfAnother && !isPreflight || super.handleInternal(request, response, allowed, isPreflight);
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw ProblemException.forbidden("Pages of this origin may not make this call.");
        }
    }
}
