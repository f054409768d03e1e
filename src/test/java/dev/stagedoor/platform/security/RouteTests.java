package dev.stagedoor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the rooms: what is not marked as public is closed to those who send no good token. */
@StagedoorTest
class RouteTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void everyRouteIsPublicByMarkOrAsksForAToken() {
        assertThat(routes(false))
                .hasSizeGreaterThan(15)
                .allSatisfy(route -> call(route).send().expectProblem(401, "unauthorized"));
    }

    @Test
    void aBadTokenIsRefusedWherePublicRoutesKnowTheCaller() {
        var routes = routes(true).stream().filter(route -> route.path().startsWith("/activities"));

        assertThat(routes)
                .hasSize(2)
                .allSatisfy(route -> call(route).bearer("not-a-token").send().expectProblem(401, "unauthorized"));
    }

    @Test
    void theFrontDoorDoesNotLookAtTokens() {
        var person = people.anyone();
        var refresh = "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken());

        http.post("/auth/refresh", refresh).bearer("expired").send().expect(200);
        http.post("/auth/logout", refresh).bearer("expired").send().expect(204);
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        for (var path : List.of("/livez", "/.well-known/jwks.json", "/v3/api-docs/client", "/swagger-ui/index.html")) {
            http.get(path).bearer("expired").send().expect(200);
            http.get(path).header("X-API-Key", "none").send().expect(200);
        }
    }

    @Test
    void adminAndCatalogRoutesAreClosedToParticipants() {
        var person = people.anyone();
        var closed = routes(false).stream()
                .filter(route ->
                        route.path().startsWith("/admin") || route.path().startsWith("/catalog"))
                .toList();

        assertThat(closed)
                .hasSizeGreaterThan(5)
                .allSatisfy(route -> call(route).as(person).send().expectProblem(403, "forbidden"));
    }

    @Test
    void publicRoutesAreThese() {
        assertThat(routes(true))
                .extracting(Route::toString)
                .containsExactlyInAnyOrder(
                        "GET /.well-known/jwks.json",
                        "GET /activities",
                        "GET /activities/{id}",
                        "POST /auth/login",
                        "POST /auth/logout",
                        "POST /auth/refresh",
                        "POST /auth/register");
    }

    private Http.Call call(Route route) {
        var path = route.path().replaceAll("\\{[^}]+}", "a0000000-0000-4000-8000-000000000001");
        return http.call(route.method(), path, BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
    }

    private List<Route> routes(boolean open) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .filter(entry -> entry.getValue().hasMethodAnnotation(PublicCall.class) == open)
                .flatMap(entry -> routes(entry.getKey()))
                .toList();
    }

    private static boolean isOurs(HandlerMethod call) {
        var type = call.getBeanType().getPackageName();
        return type.startsWith("dev.stagedoor") && !type.startsWith("dev.stagedoor.platform");
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        return mapping.getPathPatternsCondition().getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Route(method.name(), path)));
    }

    private record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
