package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
 * CORS for the configured origins, without credentials. Preflight requests need no token; those of other origins return
 * {@code forbidden}. Simple requests of other origins are processed without CORS headers, so the browser hides the response.
 */
@Configuration(proxyBeanMethods = false)
class CrossOriginConfiguration {

    /** After the filters for request ids and problems, before the security filter chain. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    private static final Duration MAX_AGE = Duration.ofHours(1);

    private static final List<String> ALLOWED_METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private static final List<String> ALLOWED_HEADERS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            RequestId.HEADER,
            // Tracing: W3C Trace Context and Baggage, Sentry, Datadog, Zipkin.
            "traceparent",
            "tracestate",
            "baggage",
            "sentry-trace",
            "x-datadog-origin",
            "x-datadog-parent-id",
            "x-datadog-sampling-priority",
            "x-datadog-tags",
            "x-datadog-trace-id",
            "b3",
            "x-b3-flags",
            "x-b3-parentspanid",
            "x-b3-sampled",
            "x-b3-spanid",
            "x-b3-traceid");

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final List<String> EXPOSED_HEADERS = List.of(
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
    FilterRegistrationBean<CorsFilter> crossOrigin(
            @Value("${stagedoor.cors-allowed-origins}") List<String> configured,
            @Value("${stagedoor.cors-allowed-headers}") List<String> otherHeaders,
            PublicUrl publicUrl) {
        var origins = allowedOrigins(configured, publicUrl);
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(ALLOWED_METHODS);
        allowed.setAllowedHeaders(allowedHeaders(otherHeaders));
        allowed.setExposedHeaders(EXPOSED_HEADERS);
        allowed.setMaxAge(MAX_AGE);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowed);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new PreflightRejectingProcessor());
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(ORDER);
        registration.setEnabled(!origins.isEmpty());
        return registration;
    }

    private static List<String> allowedHeaders(List<String> others) {
        var names = others.stream().map(String::strip).toList();
        if (!names.stream().allMatch(HEADER_NAME.asMatchPredicate()) || names.contains(CorsConfiguration.ALL)) {
            throw new InvalidConfigurationException(
                    "STAGEDOOR_CORS_ALLOWED_HEADERS", "must be a comma-separated list of header names");
        }
        return Stream.concat(ALLOWED_HEADERS.stream(), names.stream()).toList();
    }

    /** Includes the origin of the public URL, because a proxy can change the host of a request. */
    private static List<String> allowedOrigins(List<String> configured, PublicUrl publicUrl) {
        if (configured.isEmpty()) {
            return List.of();
        }
        var others = configured.stream().map(String::strip).map(CrossOriginConfiguration::requireOrigin);
        return Stream.concat(others, Stream.of(publicUrl.url().origin()))
                .distinct()
                .toList();
    }

    private static String requireOrigin(String origin) {
        try {
            if (CorsConfiguration.ALL.equals(origin) || origin.equals(origin(new URI(origin)))) {
                return origin;
            }
        } catch (URISyntaxException malformed) {
            // Throws below.
        }
        throw new InvalidConfigurationException(
                "STAGEDOOR_CORS_ALLOWED_ORIGINS",
                "must be * or a comma-separated list of origins without a path, such as https://app.example.com");
    }

    /** Returns null if the URL has no host. */
    private static @Nullable String origin(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            return null;
        }
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }

    private static final class PreflightRejectingProcessor extends DefaultCorsProcessor {

        @Override
        protected boolean handleInternal(
                ServerHttpRequest request, ServerHttpResponse response, CorsConfiguration allowed, boolean isPreflight)
                throws IOException {
            var isOtherOrigin = checkOrigin(allowed, request.getHeaders().getOrigin()) == null;
            return isOtherOrigin && !isPreflight || super.handleInternal(request, response, allowed, isPreflight);
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "origin");
        }
    }
}
