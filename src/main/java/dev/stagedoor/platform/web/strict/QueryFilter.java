package dev.stagedoor.platform.web.strict;

import dev.stagedoor.platform.validation.TextRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Treats blank query values as absent, and {@code name[]} as {@code name}, the form of some HTTP libraries for lists. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 22)
class QueryFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request.getQueryString() == null ? request : new NormalizedQuery(request), response);
    }

    private static final class NormalizedQuery extends HttpServletRequestWrapper {

        private static final String LIST = "[]";

        private @Nullable Map<String, String[]> normalized;

        NormalizedQuery(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            if (normalized == null) {
                normalized = Collections.unmodifiableMap(normalize());
            }
            return normalized;
        }

        private Map<String, String[]> normalize() {
            var parameters = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> {
                var present = Stream.of(values)
                        .filter(value -> !TextRules.normalized(value).isEmpty())
                        .toArray(String[]::new);
                if (present.length > 0) {
                    parameters.merge(withoutSuffix(name), present, NormalizedQuery::joined);
                }
            });
            return parameters;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = getParameterValues(name);
            return values == null ? null : values[0];
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        private static String withoutSuffix(String name) {
            return name.endsWith(LIST) ? name.substring(0, name.length() - LIST.length()) : name;
        }

        private static String[] joined(String[] first, String[] second) {
            return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
        }
    }
}
