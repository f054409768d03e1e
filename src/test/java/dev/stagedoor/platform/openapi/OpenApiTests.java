package dev.stagedoor.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Contract;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The OpenAPI documents and Swagger UI that the service serves. */
@StagedoorTest
class OpenApiTests {

    private static final Set<String> PROFILE = Set.of(
            "profileId", "birthDate", "language", "timezone", "currency", "settings", "pushEnabled", "passwordHash");
    private static final Set<String> PERSON =
            Set.of("userId", "email", "phone", "firstName", "lastName", "lastLoginAt");

    @Autowired
    Http http;

    @ParameterizedTest
    @ValueSource(strings = {"client", "business", "super-admin", "catalog", "sender"})
    void surfaceIsServedAsJsonAndYaml(String surface) {
        assertThat(document(surface).at("/openapi").asString()).startsWith("3.1");
        assertThat(document(surface).at("/paths").size()).isPositive();
        assertThat(http.get("/v3/api-docs/" + surface + ".yaml")
                        .send()
                        .expect(200)
                        .body())
                .startsWith("openapi:");
    }

    @Test
    void swaggerUiShowsAllSurfaces() {
        var config = http.get("/v3/api-docs/swagger-config").send().expect(200).json();

        assertThat(config.at("/urls").valueStream().map(url -> url.at("/name").asString()))
                .containsExactlyInAnyOrderElementsOf(Contract.SURFACES);
        assertThat(http.get("/swagger-ui.html").send().status()).isEqualTo(302);
        assertThat(http.get("/swagger-ui/index.html").send().expect(200).body()).contains("swagger-ui");
    }

    @Test
    void operationIdsAreUnique() {
        var ids = operations()
                .map(operation -> operation.at("/operationId").asString())
                .toList();

        assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-zA-Z]+"));
    }

    @Test
    void operationsDocumentSummaryTagSecurityAndProblems() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.at("/summary").asString()).isNotBlank();
            assertThat(operation.at("/tags").size()).isEqualTo(1);
            assertThat(operation.at("/security").isArray()).isTrue();
            var responses = operation.at("/responses");
            assertThat(responses.propertyNames()).contains("500", "503").anyMatch(status -> status.startsWith("2"));
            assertThat(responses
                            .propertyStream()
                            .filter(response -> response.getKey().charAt(0) > '3'))
                    .allSatisfy(OpenApiTests::isProblemWithExamples);
        });
    }

    private static void isProblemWithExamples(Map.Entry<String, JsonNode> response) {
        var media = response.getValue().at("/content").get("application/problem+json");
        assertThat(media.at("/schema/$ref").asString()).endsWith("/ProblemDto");
        assertThat(media.at("/examples").properties())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(
                                example.getValue().at("/value/status").asString())
                        .isEqualTo(response.getKey()));
    }

    @ParameterizedTest
    @CsvSource({
        "client, FavoriteActivityDto",
        "client, ActivityDto",
        "business, FavoriteActivityAnalyticsItemDto",
        "catalog, CatalogActivityDto",
        "catalog, PutActivityDto"
    })
    void activityTypeIsANamedEnum(String surface, String schema) {
        var schemas = document(surface).at("/components/schemas");

        assertThat(schemas.at("/ActivityType/enum").valueStream().map(JsonNode::asString))
                .containsExactly("SLOT_BASED", "SERVICE");
        assertThat(schemas.at("/" + schema + "/properties/type/$ref").asString())
                .endsWith("/ActivityType");
    }

    @Test
    void queriesUseTheNamedActivityType() {
        var types = operations()
                .flatMap(operation -> operation.at("/parameters").valueStream())
                .filter(parameter -> parameter.at("/name").asString().equals("type"));

        assertThat(types)
                .hasSize(3)
                .allMatch(type -> type.at("/schema/$ref").asString().endsWith("/ActivityType"));
    }

    @Test
    void pathBelongsToOneSurface() {
        var seen = new HashSet<String>();

        assertThat(Contract.SURFACES.stream()
                        .flatMap(surface -> document(surface).at("/paths").propertyNames().stream()))
                .allMatch(seen::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"business", "super-admin", "catalog"})
    void otherSurfacesContainNoProfileFields(String surface) {
        assertThat(fields(surface)).isNotEmpty().doesNotContainAnyElementsOf(PROFILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"business", "catalog"})
    void businessSurfacesContainNoPersonalFields(String surface) {
        assertThat(fields(surface)).isNotEmpty().doesNotContainAnyElementsOf(PERSON);
    }

    @Test
    void sendersSeeOnlyTheirDestinationOfAUser() {
        var schemas = document("sender").at("/components/schemas");
        var personal = Stream.concat(PROFILE.stream(), PERSON.stream()).toList();

        assertThat(schemas.propertyStream()
                        .filter(schema -> personal.stream()
                                .anyMatch(field ->
                                        schema.getValue().at("/properties").has(field)))
                        .map(schema -> schema.getKey()))
                .containsExactlyInAnyOrder("ChannelDefaultsDto", "DecisionItemDto", "DeliverToDto");
        assertThat(schemas.at("/DecisionItemDto/properties").propertyNames())
                .containsExactly("userId", "channel", "decision", "rule", "until", "deliverTo");
        assertThat(schemas.at("/DeliverToDto/properties").propertyNames())
                .containsExactly("email", "registrations", "language", "timezone", "unsubscribe");
    }

    private Set<String> fields(String surface) {
        var fields = new TreeSet<String>();
        document(surface)
                .at("/components/schemas")
                .forEach(schema -> fields.addAll(schema.at("/properties").propertyNames()));
        return fields;
    }

    @Test
    void meHasTheDocumentedRequiredAndNullableFields() {
        var me = document("client").at("/components/schemas/MeDto");

        assertThat(me.at("/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(me.at("/properties").propertyNames());
        assertThat(me.at("/properties")
                        .propertyStream()
                        .filter(property ->
                                property.getValue().at("/type").toString().contains("null"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("phone", "language", "birthDate", "settings");
    }

    @Test
    void onlyPublicOperationsRequireNoToken() {
        var open = operations()
                .filter(operation -> operation.at("/security").isEmpty()
                        || operation.at("/security").valueStream().anyMatch(JsonNode::isEmpty))
                .map(operation -> operation.at("/operationId").asString());

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "forgotPassword",
                        "getActivity",
                        "getJwks",
                        "listActivities",
                        "login",
                        "logout",
                        "refresh",
                        "register",
                        "resetPassword",
                        "restoreAccount",
                        "verifyEmail");
    }

    private JsonNode document(String surface) {
        return http.get("/v3/api-docs/" + surface).send().expect(200).json();
    }

    private Stream<JsonNode> operations() {
        return Contract.SURFACES.stream()
                .flatMap(surface -> document(surface).at("/paths").valueStream())
                .flatMap(JsonNode::valueStream);
    }
}
