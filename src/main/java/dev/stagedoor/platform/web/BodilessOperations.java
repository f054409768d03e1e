package dev.stagedoor.platform.web;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Ignores {@code Accept} for operations whose successful response has no body. Generated clients send only the type of errors
 * to them.
 */
@Component
public class BodilessOperations implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {
            @Override
            protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
                var mapping = super.getMappingForMethod(method, handlerType);
                return mapping != null && hasNoBody(method)
                        ? mapping.mutate().produces().build()
                        : mapping;
            }
        };
    }

    /** Methods without {@code @ResponseStatus} write the body themselves. */
    public static boolean hasNoBody(Method method) {
        var type = ResolvableType.forMethodReturnType(method);
        return type.resolve() == void.class
                ? method.isAnnotationPresent(ResponseStatus.class)
                : type.resolveGeneric(0) == Void.class;
    }
}
