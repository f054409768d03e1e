package dev.stagedoor.platform.security;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All routes of the controllers, such as {@code GET /me}. A route for all methods is {@code ANY /error}. */
final class ServiceRoutes {

    private final Map<String, HandlerMethod> handlers = new LinkedHashMap<>();

    ServiceRoutes(RequestMappingHandlerMapping mappings) {
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("dev.stagedoor")) {
                names(mapping).forEach(name -> handlers.put(name, handler));
            }
        });
    }

    Iterable<String> names() {
        return handlers.keySet();
    }

    /** Whether the API documents contain the route. */
    boolean isDocumented(String name) {
        return !handlers.get(name).getBeanType().isAnnotationPresent(Hidden.class);
    }

    boolean isPublic(String name) {
        return handlers.get(name).hasMethodAnnotation(PermitAll.class);
    }

    /** The scope of API keys that the route accepts, or an empty string. */
    String scope(String name) {
        var annotation = handlers.get(name).getBeanType().getAnnotation(AcceptsApiKey.class);
        return annotation == null ? "" : annotation.value();
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path)
                        : methods.stream().map(method -> method + " " + path));
    }
}
