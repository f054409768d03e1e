package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four surfaces. No path belongs to two of them, so no surface sees another's fields. */
@Configuration(proxyBeanMethods = false)
class SurfaceConfiguration {

    static final String BEARER = "bearer";
    static final String API_KEY = "apiKey";

    private static final String CONVENTIONS = """


            Every error is a problem (RFC 9457): programs read its `code`, people read its `detail`. A code that is not
            known counts as the plainest of its status. Answers may get new fields; a field that a request names and
            that is not known is refused. Ids are UUIDs, instants are RFC 3339 in UTC, days are `YYYY-MM-DD`. A field
            that may be null is there nevertheless.""";

    private final String publicUrl;

    SurfaceConfiguration(@Value("${stagedoor.public-url}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

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
                .servers(List.of(new Server().url("/").description("The service that gives this document")))
                .components(new Components().addSecuritySchemes(BEARER, bearer).addSecuritySchemes(API_KEY, key));
    }

    @Bean
    GroupedOpenApi client() {
        return surface(
                "client",
                "Stagedoor for mobile apps",
                "Accounts, the person's own preferences, the catalog and favorites.",
                List.of("Accounts", "Email links", "Me", "Activities", "Favorites"),
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
                List.of("Analytics"),
                "/analytics/**");
    }

    @Bean
    GroupedOpenApi superAdmin() {
        return surface(
                "super-admin",
                "Stagedoor for super-admins",
                "Accounts and company memberships. Profiles are nobody's business but their owner's.",
                List.of("Users", "Companies", "API keys", "Oversight"),
                "/admin/**");
    }

    @Bean
    GroupedOpenApi catalog() {
        return surface(
                "catalog",
                "Stagedoor for the platform's catalog",
                "Service to service: the companies and activities that people can save.",
                List.of("Catalog"),
                "/catalog/**");
    }

    private GroupedOpenApi surface(String group, String title, String description, List<String> tags, String... paths) {
        var info = new Info()
                .title(title)
                .description(description + CONVENTIONS)
                .version("1")
                .contact(new Contact().name("Stagedoor").url(publicUrl))
                .license(new License().name("Apache-2.0").identifier("Apache-2.0"));
        return GroupedOpenApi.builder()
                .group(group)
                .pathsToMatch(paths)
                .addOpenApiCustomizer(document -> {
                    document.info(info);
                    document.getTags().sort(Comparator.comparing(tag -> tags.indexOf(tag.getName())));
                })
                .build();
    }
}
