package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.security.AcceptsApiKey;
import dev.stagedoor.platform.security.Caller;
import dev.stagedoor.platform.security.PublicCall;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents which calls need a token, which take one, and which do not care. */
@Component
class SecurityCustomizer implements GlobalOperationCustomizer {

    private static final SecurityRequirement TOKEN = new SecurityRequirement().addList(SurfaceConfiguration.BEARER);
    private static final SecurityRequirement KEY = new SecurityRequirement().addList(SurfaceConfiguration.API_KEY);
    private static final SecurityRequirement NOTHING = new SecurityRequirement();

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        if (call.getBeanType().isAnnotationPresent(AcceptsApiKey.class)) {
            return operation.security(List.of(TOKEN, KEY));
        }
        if (!call.hasMethodAnnotation(PublicCall.class)) {
            return operation.security(List.of(TOKEN));
        }
        return operation.security(knowsCaller(call) ? List.of(NOTHING, TOKEN) : List.of());
    }

    /** A public call too refuses a token that is no good, where it cares who calls. */
    static boolean looksAtTokens(HandlerMethod call) {
        return !call.hasMethodAnnotation(PublicCall.class) || knowsCaller(call);
    }

    private static boolean knowsCaller(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(Caller.class));
    }
}
