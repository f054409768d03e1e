package dev.stagedoor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds the deprecation headers to responses of {@link DeprecatedCall} operations. */
@Component
class Deprecations implements HandlerInterceptor, WebMvcConfigurer {

    static final String DEPRECATION = "Deprecation";
    static final String SUNSET = "Sunset";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call && call.hasMethodAnnotation(DeprecatedCall.class)) {
            var deprecated = call.getMethodAnnotation(DeprecatedCall.class);
            response.setHeader(DEPRECATION, "@" + startOf(deprecated.since()).getEpochSecond());
            response.setDateHeader(SUNSET, startOf(deprecated.sunset()).toEpochMilli());
            response.addHeader(HttpHeaders.LINK, "<%s>; rel=\"deprecation\"".formatted(deprecated.link()));
        }
        return true;
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
