package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four surfaces. No path belongs to two of them, so no surface sees another's fields. */
@Configuration(proxyBeanMethods = false)
class SurfaceConfiguration {

    static final String BEARER = "bearer";
    static final String API_KEY = "apiKey";

    @Bean
    OpenAPI openApi() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("The accessToken of POST /auth/login or POST /auth/register");
        var key = new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description("A service's key, as an admin makes it with POST /admin/api-keys");
        return new OpenAPI()
                .components(new Components().addSecuritySchemes(BEARER, bearer).addSecuritySchemes(API_KEY, key));
    }

    @Bean
    GroupedOpenApi client() {
        return surface(
                "client",
                "Stagedoor for mobile apps",
                "Accounts, the person's own preferences, the catalog and favorites.",
                "/auth/**",
                "/me/**",
                "/favorites/**",
                "/activities/**",
                "/.well-known/**");
    }

    @Bean
    GroupedOpenApi business() {
        return surface(
                "business",
                "Stagedoor for business dashboards",
                "Exact sums over the favorites of a company's activities. No answer tells of a single person.",
                "/analytics/**");
    }

    @Bean
    GroupedOpenApi superAdmin() {
        return surface(
                "super-admin",
                "Stagedoor for super-admins",
                "Accounts and company memberships. Profiles are nobody's business but their owner's.",
                "/admin/**");
    }

    @Bean
    GroupedOpenApi catalog() {
        return surface(
                "catalog",
                "Stagedoor for the platform's catalog",
                "Service to service: the companies and activities that people can save.",
                "/catalog/**");
    }

    private static GroupedOpenApi surface(String group, String title, String description, String... paths) {
        var info = new Info()
                .title(title)
                .description(description)
                .version("1")
                .contact(new Contact().name("Stagedoor"))
                .license(new License().name("Apache-2.0").identifier("Apache-2.0"));
        return GroupedOpenApi.builder()
                .group(group)
                .pathsToMatch(paths)
                .addOpenApiCustomizer(document -> document.info(info))
                .build();
    }
}
