package dev.stagedoor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Calls every route as every kind of caller, and compares the status with the expected one. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerMatrixTests {

    /**
     * The expected result by kind of route and caller. The last seven callers are API keys: {@code feed} has the scope
     * {@code catalog:write}, {@code reader} has {@code analytics:read} for the company, {@code foreign} for another company,
     * {@code decider} has {@code notifications:decide}, {@code courier} has {@code notifications:deliver}.
     */
    private static final String KINDS = """
            kind    | anonymous | expired | signed out | deactivated | person | member | outsider | admin | feed | reader | foreign | both | decider | courier | revoked
            door    | in        | in      | in         | in          | in     | in     | in       | in    | in   | in     | in      | in   | in      | in      | in
            public  | in        | 401     | 401        | 401         | in     | in     | in       | in    | in   | in     | in      | in   | in      | in      | 401
            person  | 401       | 401     | 401        | 401         | in     | in     | in       | in    | 403  | 403    | 403     | 403  | 403     | 403     | 401
            company | 401       | 401     | 401        | 401         | 403    | in     | 403      | in    | 403  | in     | 403     | in   | 403     | 403     | 401
            catalog | 401       | 401     | 401        | 401         | 403    | 403    | 403      | in    | in   | 403    | 403     | in   | 403     | 403     | 401
            decide  | 401       | 401     | 401        | 401         | 403    | 403    | 403      | 403   | 403  | 403    | 403     | 403  | in      | 403     | 401
            deliver | 401       | 401     | 401        | 401         | 403    | 403    | 403      | 403   | 403  | 403    | 403     | 403  | 403     | in      | 401
            admin   | 401       | 401     | 401        | 401         | 403    | 403    | 403      | in    | 403  | 403    | 403     | 403  | 403     | 403     | 401
            """;

    /** All routes with their kind, some with a query. {@code {company}} is the company of the members. */
    private static final String ROUTES = """
            door    | GET    | /.well-known/jwks.json
            door    | GET    | /v3/api-docs/{group}.yaml
            door    | GET    | /
            door    | GET    | /problems/{code}
            door    | GET    | /verify-email
            door    | POST   | /verify-email
            door    | GET    | /reset-password
            door    | POST   | /reset-password
            door    | GET    | /restore-account
            door    | POST   | /restore-account
            door    | GET    | /unsubscribe/{token}
            door    | POST   | /unsubscribe/{token}
            door    | POST   | /auth/login
            door    | POST   | /auth/logout
            door    | POST   | /auth/refresh
            door    | POST   | /auth/register
            door    | POST   | /auth/email/verify
            door    | POST   | /auth/account/restore
            door    | POST   | /auth/password/forgot
            door    | POST   | /auth/password/reset
            public  | GET    | /activities
            public  | GET    | /activities/{id}
            public  | ANY    | /error
            person  | GET    | /me
            person  | PATCH  | /me
            person  | POST   | /auth/email/verification
            person  | GET    | /me/background
            person  | PUT    | /me/background
            person  | DELETE | /me/background
            person  | POST   | /me/better-auth
            person  | GET    | /me/identities
            person  | DELETE | /me/identities/{id}
            person  | GET    | /me/notification-preferences
            person  | PATCH  | /me/notification-preferences
            person  | GET    | /me/notification-preferences/decision
            person  | GET    | /me/push-registrations
            person  | PUT    | /me/push-registrations/{installationId}
            person  | DELETE | /me/push-registrations/{installationId}
            person  | GET    | /me/notification-preferences/history
            person  | PUT    | /me/password
            person  | POST   | /me/deletion
            person  | GET    | /me/export
            person  | POST   | /me/export
            person  | GET    | /me/sessions
            person  | DELETE | /me/sessions
            person  | DELETE | /me/sessions/{id}
            person  | GET    | /favorites
            person  | POST   | /favorites
            person  | GET    | /favorites/{activityId}
            person  | DELETE | /favorites/{activityId}
            person  | POST   | /favorites/import
            company | GET    | /analytics/favorites?companyId={company}
            company | GET    | /analytics/favorites/timeline?companyId={company}
            catalog | PUT    | /catalog/activities
            catalog | PUT    | /catalog/activities/{id}
            catalog | DELETE | /catalog/activities/{id}
            catalog | PUT    | /catalog/companies/{id}
            decide  | GET    | /notifications/categories
            decide  | POST   | /notifications/decisions
            deliver | POST   | /notifications/invalid-push-tokens
            admin   | GET    | /admin/api-keys
            admin   | POST   | /admin/api-keys
            admin   | DELETE | /admin/api-keys/{id}
            admin   | GET    | /admin/audit-events
            admin   | GET    | /admin/companies
            admin   | GET    | /admin/companies/{companyId}/members
            admin   | PUT    | /admin/companies/{companyId}/members/{userId}
            admin   | DELETE | /admin/companies/{companyId}/members/{userId}
            admin   | GET    | /admin/notification-categories
            admin   | GET    | /admin/notification-categories/{key}
            admin   | PUT    | /admin/notification-categories/{key}
            admin   | DELETE | /admin/notification-categories/{key}
            admin   | GET    | /admin/stats
            admin   | GET    | /admin/users
            admin   | GET    | /admin/users/{id}
            admin   | PATCH  | /admin/users/{id}
            admin   | GET    | /admin/users/{id}/access
            admin   | POST   | /admin/users/{id}/sessions/end
            """;

    private static final Map<String, Map<String, String>> EXPECTED = verdicts();
    private static final Map<String, String> SCOPES = Map.of(
            "company", "analytics:read",
            "catalog", "catalog:write",
            "decide", "notifications:decide",
            "deliver", "notifications:deliver");
    private static final String UNKNOWN_ID = "a0000000-0000-4000-8000-000000000001";

    @Autowired
    Http http;

    private Callers callers;
    private ServiceRoutes service;

    @BeforeAll
    void createCallers(@Autowired BeanFactory beans) {
        callers = new Callers(beans);
        service = new ServiceRoutes(beans.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    }

    static Stream<Route> routes() {
        return rows(ROUTES).map(row -> new Route(row.get(0), row.get(1), row.get(2)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void routeIsAccessibleOnlyToTheExpectedCallers(Route route) {
        var verdicts = new LinkedHashMap<String, String>();
        EXPECTED.get(route.kind()).keySet().forEach(caller -> verdicts.put(caller, verdict(route, caller)));

        assertThat(verdicts).isEqualTo(EXPECTED.get(route.kind()));
    }

    @Test
    void tableContainsExactlyTheRoutesOfTheService() {
        assertThat(routes().map(Route::name)).containsExactlyInAnyOrderElementsOf(service.names());
    }

    /** The security in the API documents is derived from the annotations. */
    @Test
    void annotationsMatchTheExpectedSecurity() {
        assertThat(routes().filter(route -> service.isDocumented(route.name()))).allSatisfy(route -> {
            var isPublic = EXPECTED.get(route.kind()).get("anonymous").equals("in");
            assertThat(service.isPublic(route.name())).isEqualTo(isPublic);
            assertThat(service.scope(route.name())).isEqualTo(SCOPES.getOrDefault(route.kind(), ""));
        });
    }

    private String verdict(Route route, String caller) {
        var path = route.path().replace("{company}", callers.company.toString()).replaceAll("\\{[^}]+}", UNKNOWN_ID);
        var method = route.method().equals("ANY") ? "GET" : route.method();
        var call = http.call(method, path, BodyPublishers.ofString("{}")).header("Content-Type", "application/json");
        return verdict(callers.send(caller, call));
    }

    /** Validation errors and missing resources count as access. */
    private static String verdict(Answer response) {
        assertThat(response.status()).as(response.body()).isLessThan(500).isNotEqualTo(405);
        if (response.status() == 401 && response.text("/code").equals("unauthorized")) {
            assertThat(response.expectProblem(401, "unauthorized").header("WWW-Authenticate"))
                    .startsWith("Bearer");
            return "401";
        }
        if (response.status() == 403 && response.text("/code").equals("forbidden")) {
            response.expectProblem(403, "forbidden");
            return "403";
        }
        return "in";
    }

    private static Map<String, Map<String, String>> verdicts() {
        var rows = rows(KINDS).toList();
        var verdicts = new LinkedHashMap<String, Map<String, String>>();
        for (var row : rows.subList(1, rows.size())) {
            var byCaller = new LinkedHashMap<String, String>();
            for (var column = 1; column < row.size(); column++) {
                byCaller.put(rows.get(0).get(column), row.get(column));
            }
            verdicts.put(row.get(0), byCaller);
        }
        return verdicts;
    }

    private static Stream<List<String>> rows(String table) {
        return table.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList());
    }

    private record Route(String kind, String method, String path) {

        String name() {
            return method + " " + path.replaceAll("\\?.*", "");
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
