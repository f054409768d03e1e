package dev.stagedoor.platform.web;

import io.swagger.v3.oas.models.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds the deprecation headers to responses of {@link DeprecatedCall} operations, and documents the deprecation. */
@Component
class Deprecations implements HandlerInterceptor, WebMvcConfigurer, GlobalOperationCustomizer {

    static final String DEPRECATION = "Deprecation";
    static final String SUNSET = "Sunset";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var deprecated = handler instanceof HandlerMethod call ? call.getMethodAnnotation(DeprecatedCall.class) : null;
        if (deprecated != null) {
            response.setHeader(DEPRECATION, "@" + startOf(deprecated.since()).getEpochSecond());
            response.setDateHeader(SUNSET, startOf(deprecated.sunset()).toEpochMilli());
            response.addHeader(HttpHeaders.LINK, "<%s>; rel=\"deprecation\"".formatted(deprecated.link()));
        }
        return true;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        var deprecated = call.getMethodAnnotation(DeprecatedCall.class);
        if (deprecated == null) {
            return operation;
        }
        var notice = "Deprecated since %s. May be removed on or after %s. See %s. "
                .formatted(deprecated.since(), deprecated.sunset(), deprecated.link());
        return operation
                .deprecated(true)
                .description((notice + Objects.requireNonNullElse(operation.getDescription(), "")).strip());
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
