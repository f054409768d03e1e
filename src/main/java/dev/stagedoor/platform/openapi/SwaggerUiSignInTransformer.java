package dev.stagedoor.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.properties.SwaggerUiConfigParameters;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Lets Swagger UI store the access token of executed sign-in calls, so that users need not copy it. */
@Component
@ConditionalOnProperty("springdoc.swagger-ui.enabled")
class SwaggerUiSignInTransformer extends SwaggerIndexPageTransformer {

    private static final String OPTIONS = "presets: [";
    private static final String HOOKS = "responseInterceptor: signIn,\n    onComplete: authorize,\n    ";

    SwaggerUiSignInTransformer(
            SwaggerUiConfigProperties page,
            SwaggerUiOAuthProperties oauth,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider json) {
        super(page, oauth, welcome, json);
    }

    @Override
    protected String defaultTransformations(SwaggerUiConfigParameters parameters, InputStream initializer)
            throws IOException {
        return hook() + super.defaultTransformations(parameters, initializer).replace(OPTIONS, HOOKS + OPTIONS);
    }

    private static String hook() throws IOException {
        return new ClassPathResource("swagger-ui/sign-in.js").getContentAsString(StandardCharsets.UTF_8);
    }
}
