package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.http.ProblemDto;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Puts the schema of the problem answer, which no controller returns, into every document. */
@Component
class SharedSchemas implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(ProblemDto.class).forEach(document.getComponents()::addSchemas);
    }
}
