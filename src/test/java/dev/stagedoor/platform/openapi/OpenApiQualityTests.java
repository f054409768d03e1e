package dev.stagedoor.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.JsonNode;

/** The documents are complete and consistent for readers and client generators. */
class OpenApiQualityTests {

    private static final Set<String> BOUNDED_FORMATS = Set.of("uuid", "date", "date-time");
    /** Only with {@code validation-failed}. */
    private static final Set<String> OPTIONAL_FIELDS = Set.of(
            "/components/schemas/ProblemDto/properties/errors",
            "/components/schemas/FieldErrorDto/properties/min",
            "/components/schemas/FieldErrorDto/properties/max",
            "/components/schemas/FieldErrorDto/properties/allowed",
            "/components/schemas/DeliverToDto/properties/email",
            "/components/schemas/DeliverToDto/properties/registrations",
            "/components/schemas/DeliverToDto/properties/unsubscribe");

    static List<Document> documents() {
        return Document.all();
    }

    /** References to named components are described there. */
    @ParameterizedTest
    @MethodSource("documents")
    void allElementsHaveADescription(Document document) {
        var described = Stream.of(
                        document.operations(),
                        document.parameters(),
                        document.responses(),
                        document.responses()
                                .flatMap(response -> response.at("headers").parts()),
                        document.root().at("tags").parts(),
                        document.root().at("servers").parts(),
                        document.schemas(),
                        document.schemas().flatMap(OpenApiQualityTests::fields))
                .flatMap(places -> places)
                .filter(place -> place.text("description").isBlank() && !place.has("$ref"));

        assertThat(described).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void fieldsAndParametersHaveExamples(Document document) {
        var fields = document.schemas()
                .flatMap(OpenApiQualityTests::fields)
                .filter(field -> !field.has("$ref") && !field.has("anyOf") && !field.has("items"));

        assertThat(fields.filter(field -> !field.has("example"))).isEmpty();
        assertThat(document.parameters()
                        .filter(parameter -> !parameter.has("example")
                                && !parameter.at("schema").has("examples")
                                && !parameter.at("schema").has("$ref")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void optionalParametersHaveNoPrefilledExample(Document document) {
        assertThat(document.parameters()
                        .filter(parameter ->
                                !parameter.at("required").node().asBoolean(false) && parameter.has("example")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void bodiesHaveExamples(Document document) {
        assertThat(document.contents().filter(content -> !content.has("example") && !content.has("examples")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void examplesAreValid(Document document) {
        var ofSchemas = document.schemas()
                .flatMap(Document::within)
                .filter(schema -> schema.has("example"))
                .flatMap(schema -> errors(document, schema, schema.at("example")));
        var ofParameters = document.parameters()
                .flatMap(parameter -> parameterExamples(parameter)
                        .flatMap(example -> errors(document, parameter.at("schema"), example)));
        var ofContents = document.contents()
                .flatMap(content ->
                        examples(content).flatMap(example -> errors(document, content.at("schema"), example)));
        var ofHeaders = document.responses()
                .flatMap(response -> response.at("headers").parts())
                .filter(header -> header.has("example"))
                .flatMap(header -> errors(document, header.at("schema"), header.at("example")));

        assertThat(Stream.of(ofSchemas, ofParameters, ofContents, ofHeaders).flatMap(errors -> errors))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void requestFieldsAreBounded(Document document) {
        var sent = Stream.concat(
                document.requestSchemas().flatMap(Document::within),
                document.parameters().map(parameter -> parameter.at("schema")).flatMap(Document::within));

        assertThat(sent.filter(schema -> !isBounded(schema))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void requestSchemasAreClosed(Document document) {
        assertThat(document.requestSchemas()
                        .filter(schema -> schema.has("properties"))
                        .filter(schema ->
                                schema.node().path("additionalProperties").asBoolean(true)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void responseSchemasAreOpen(Document document) {
        var sent = document.requestSchemas().collect(Collectors.toSet());

        assertThat(document.responseSchemas()
                        .filter(schema -> !sent.contains(schema))
                        .filter(schema -> schema.has("properties") && schema.has("additionalProperties")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void responseFieldsAreRequired(Document document) {
        assertThat(document.responseSchemas()
                        .flatMap(schema -> fields(schema)
                                .filter(field ->
                                        !texts(schema.node().path("required")).contains(field.name()))
                                .filter(field -> !OPTIONAL_FIELDS.contains(field.pointer()))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void patchFieldsAreOptional(Document document) {
        var patches = document.operations()
                .filter(operation -> operation.name().equals("patch"))
                .map(operation -> operation
                        .at("requestBody")
                        .at("content")
                        .at("application/merge-patch+json")
                        .at("schema")
                        .text("$ref"))
                .map(reference -> document.root().node().at(reference.substring(1)));

        assertThat(patches).allMatch(schema -> schema.has("properties") && !schema.has("required"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void schemasAreUsed(Document document) {
        var used = Stream.concat(document.requestSchemas(), document.responseSchemas());
        var ofParameters = document.parameters()
                .map(parameter -> parameter.at("schema").text("$ref"))
                .toList();

        assertThat(used.map(Place::name))
                .containsAll(document.schemas()
                        .map(Place::name)
                        .filter(name -> !ofParameters.contains("#/components/schemas/" + name))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void tagsAreDeclaredAndUsed(Document document) {
        var used = document.operations()
                .flatMap(operation -> texts(operation.node().path("tags")).stream())
                .distinct();

        assertThat(document.root().at("tags").parts().map(tag -> tag.text("name")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(used.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"descriptions", "examples"})
    void tablesContainOnlyExistingFieldsAndParameters(String table) throws IOException {
        var resource = new EncodedResource(new ClassPathResource("openapi/" + table + ".properties"), "UTF-8");
        var existing =
                documents().stream().flatMap(OpenApiQualityTests::tableKeys).collect(Collectors.toSet());

        assertThat(existing)
                .containsAll(PropertiesLoaderUtils.loadProperties(resource).stringPropertyNames());
    }

    private static Stream<String> tableKeys(Document document) {
        var ofFields = document.schemas()
                .flatMap(schema ->
                        fields(schema).flatMap(field -> Stream.of(field.name(), schema.name() + "." + field.name())));
        var ofParameters = document.operations()
                .flatMap(operation -> operation
                        .at("parameters")
                        .parts()
                        .map(parameter -> parameter.text("name"))
                        .flatMap(name -> Stream.of("parameter." + name, operation.text("operationId") + "." + name)));
        var ofCsv = document.operations().map(operation -> operation.text("operationId") + ".csv");
        return Stream.of(ofFields, ofParameters, ofCsv).flatMap(keys -> keys);
    }

    private static boolean isBounded(Place schema) {
        var isText = schema.allowsType("string")
                && !schema.has("enum")
                && !BOUNDED_FORMATS.contains(schema.text("format"))
                && !schema.has("maxLength");
        var isNumber = (schema.allowsType("integer") || schema.allowsType("number"))
                && !(schema.has("minimum") && schema.has("maximum"));
        return !isText && !isNumber && (!schema.allowsType("array") || schema.has("maxItems"));
    }

    private static Stream<Place> fields(Place schema) {
        return schema.at("properties").parts();
    }

    private static Stream<Place> parameterExamples(Place parameter) {
        return parameter.has("example")
                ? Stream.of(parameter.at("example"))
                : parameter.at("schema").at("examples").parts();
    }

    private static Stream<Place> examples(Place content) {
        return content.has("example")
                ? Stream.of(content.at("example"))
                : content.at("examples").parts().map(example -> example.at("value"));
    }

    private static Stream<String> errors(Document document, Place schema, Place example) {
        return document.errors(schema, example.node()).stream().map(fault -> example + ": " + fault);
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
