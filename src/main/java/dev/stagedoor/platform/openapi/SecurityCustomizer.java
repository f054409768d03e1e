package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.security.AcceptsApiKey;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents whether an operation requires, accepts or ignores a token. */
@Component
class SecurityCustomizer implements GlobalOperationCustomizer {

    private static final SecurityRequirement TOKEN = new SecurityRequirement().addList(SurfaceConfiguration.BEARER);
    private static final SecurityRequirement KEY = new SecurityRequirement().addList(SurfaceConfiguration.API_KEY);
    private static final SecurityRequirement ANONYMOUS = new SecurityRequirement();

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        var key = call.getBeanType().getAnnotation(AcceptsApiKey.class);
        if (key != null) {
            return operation.security(key.acceptsTokens() ? List.of(TOKEN, KEY) : List.of(KEY));
        }
        if (!call.hasMethodAnnotation(PermitAll.class)) {
            return operation.security(List.of(TOKEN));
        }
        return operation.security(hasCallerParameter(call) ? List.of(ANONYMOUS, TOKEN) : List.of());
    }

    /** Public operations with an {@link AuthenticationPrincipal} parameter also reject invalid tokens. */
    static boolean readsTokens(HandlerMethod call) {
        return !call.hasMethodAnnotation(PermitAll.class) || hasCallerParameter(call);
    }

    private static boolean hasCallerParameter(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(AuthenticationPrincipal.class));
    }
}
