package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.web.DeprecatedCall;
import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents deprecated operations. */
@Component
class DeprecationCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        var deprecated = call.getMethodAnnotation(DeprecatedCall.class);
        if (deprecated == null) {
            return operation;
        }
        return operation
                .deprecated(true)
                .description("Deprecated since %s. May be removed on or after %s. See %s. %s"
                        .formatted(
                                deprecated.since(),
                                deprecated.sunset(),
                                deprecated.link(),
                                operation.getDescription() == null ? "" : operation.getDescription())
                        .strip());
    }
}
