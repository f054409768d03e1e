package dev.stagedoor.platform.security;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The rule for operations that no other rule covers: denies them unless they are annotated with {@link PermitAll}. Permits paths
 * without an operation, so that they return 404.
 */
@Component
@RequiredArgsConstructor
class PublicOperations implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        var operation = operation(context.getRequest());
        return new AuthorizationDecision(operation == null || operation.hasMethodAnnotation(PermitAll.class));
    }

    /** Returns null if the request matches no operation, or matches one with another method or media type. */
    private @Nullable HandlerMethod operation(HttpServletRequest request) {
        try {
            var chain = mappings.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod operation ? operation : null;
        } catch (Exception mismatch) {
            return null;
        }
    }
}
