package dev.stagedoor.platform.security;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route that a controller of ours answers, such as {@code GET /me}; one of any method is {@code ANY /error}. */
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

    /** Whether the route is in one of the API's documents. */
    boolean isDocumented(String name) {
        return !handlers.get(name).getBeanType().isAnnotationPresent(Hidden.class);
    }

    boolean isPublic(String name) {
        return handlers.get(name).hasMethodAnnotation(PublicCall.class);
    }

    /** The scope of the API keys that the route is marked for; empty where there is none. */
    String scope(String name) {
        var mark = handlers.get(name).getBeanType().getAnnotation(AcceptsApiKey.class);
        return mark == null ? "" : mark.value();
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path)
                        : methods.stream().map(method -> method + " " + path));
    }
}
