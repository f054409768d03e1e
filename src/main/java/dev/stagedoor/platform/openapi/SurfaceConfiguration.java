package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.web.PublicUrl;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The five API surfaces, each with its own document. Every path belongs to one surface. */
@Configuration(proxyBeanMethods = false)
class SurfaceConfiguration {

    static final String BEARER = "bearer";
    static final String API_KEY = "apiKey";

    private static final String CONVENTIONS = """


                        Errors are problems (RFC 9457) with a machine-readable `code` and a human-readable `detail`. Clients must
                        treat an unknown code like the most general code of its status. Responses may get new fields. Unknown
                        fields in requests are rejected. Ids are UUIDs, instants are RFC 3339 in UTC, days are `YYYY-MM-DD`.
                        Responses contain all fields, including those that are null.""";

    private final PublicUrl publicUrl;

    SurfaceConfiguration(PublicUrl publicUrl) {
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
                .description("The key of a service, created by an admin with POST /admin/api-keys");
        return new OpenAPI()
                .components(new Components().addSecuritySchemes(BEARER, bearer).addSecuritySchemes(API_KEY, key));
    }

    /** The path without the host, which a proxy can change. */
    @Bean
    ServerBaseUrlCustomizer serverPath() {
        return (url, request) ->
                URI.create(url).getPath().isEmpty() ? "/" : URI.create(url).getPath();
    }

    @Bean
    GroupedOpenApi client() {
        return surface(
                "client",
                "Stagedoor for mobile apps",
                "Accounts, profiles and preferences of the caller, the catalog, and favorites.",
                List.of("Accounts", "Email links", "Me", "Notifications", "Activities", "Favorites"),
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
                "Exact favorite statistics of a company's activities. Responses contain no data of individual users.",
                List.of("Analytics"),
                "/analytics/**");
    }

    @Bean
    GroupedOpenApi superAdmin() {
        return surface(
                "super-admin",
                "Stagedoor for super-admins",
                "Accounts and company memberships. Profiles are visible only to their owners.",
                List.of("Users", "Companies", "API keys", "Notification categories", "Oversight"),
                "/admin/**");
    }

    @Bean
    GroupedOpenApi catalog() {
        return surface(
                "catalog",
                "Stagedoor for the platform's catalog",
                "Service-to-service API for the companies and activities that users can save.",
                List.of("Catalog"),
                "/catalog/**");
    }

    @Bean
    GroupedOpenApi sender() {
        return surface(
                "sender",
                "Stagedoor for senders of notifications",
                "Service-to-service API that decides whether users may be notified, and why.",
                List.of("Notification decisions"),
                "/notifications/**");
    }

    private GroupedOpenApi surface(String group, String title, String description, List<String> tags, String... paths) {
        var info = new Info()
                .title(title)
                .description(description + CONVENTIONS)
                .version("1")
                .contact(new Contact()
                        .name("Stagedoor")
                        .url(publicUrl.url().uri().toString()))
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
