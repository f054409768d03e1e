package dev.stagedoor.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Incompatible changes of a released document must be announced in the changelog. */
class BreakingChangeTests {

    private static final String RELEASED = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            paths:
              /orders:
                get:
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                  responses:
                    "200":
                      description: Orders
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/OrderList"}
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/NewOrder"}
                  responses:
                    "201":
                      description: The order
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Order"}
              /orders/{id}:
                delete:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    "204": {description: Gone}
            components:
              schemas:
                OrderList:
                  type: object
                  properties:
                    items: {type: array, items: {$ref: "#/components/schemas/Order"}}
                  required: [items]
                Order:
                  type: object
                  properties:
                    id: {type: string}
                    note: {type: [string, "null"]}
                  required: [id, note]
                NewOrder:
                  type: object
                  properties:
                    size: {$ref: "#/components/schemas/Size"}
                    note: {type: [string, "null"]}
                  required: [size]
                Size:
                  type: string
                  enum: [SMALL, LARGE]
            """;

    @Test
    void identicalDocumentsAreCompatible() {
        assertThat(BreakingChanges.between(RELEASED, RELEASED)).isEmpty();
    }

    @Test
    void removedResponseFieldIsIncompatible() {
        var current =
                changed("        note: {type: [string, \"null\"]}\n      required: [id, note]", "      required: [id]");

        assertThat(BreakingChanges.between(RELEASED, current)).containsExactly("GET /orders", "POST /orders");
    }

    @Test
    void optionalResponseFieldIsIncompatible() {
        assertThat(BreakingChanges.between(RELEASED, changed("required: [id, note]", "required: [id]")))
                .containsExactly("GET /orders", "POST /orders");
    }

    @Test
    void requiredRequestFieldIsIncompatible() {
        assertThat(BreakingChanges.between(RELEASED, changed("required: [size]", "required: [size, note]")))
                .containsExactly("POST /orders");
        assertThat(BreakingChanges.between(
                        RELEASED,
                        changed(
                                "      required: [size]",
                                "        color: {type: string}\n      required: [size, color]")))
                .containsExactly("POST /orders");
    }

    @Test
    void removedOperationIsIncompatible() {
        assertThat(BreakingChanges.between(RELEASED, changed("    delete:", "    put:")))
                .containsExactly("DELETE /orders/{id}");
    }

    @Test
    void removedEnumValueInARequestIsIncompatible() {
        assertThat(BreakingChanges.between(RELEASED, changed("enum: [SMALL, LARGE]", "enum: [SMALL]")))
                .containsExactly("POST /orders");
    }

    @Test
    void requiredParameterIsIncompatible() {
        assertThat(BreakingChanges.between(
                        RELEASED, changed("name: limit, in: query,", "name: limit, in: query, required: true,")))
                .containsExactly("GET /orders");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items: {type: array, items: {$ref: '#/components/schemas/Order'}} | GET /orders",
                "id: {type: string} | GET /orders,POST /orders",
                "schema: {type: integer} | GET /orders"
            })
    void changedTypeIsIncompatible(String before, String broken) {
        var text = before.replace('\'', '"');
        var current = changed(text, text.replaceFirst("type: \\w+", "type: boolean"));

        assertThat(BreakingChanges.between(RELEASED, current)).containsExactly(broken.split(","));
    }

    @Test
    void nullableResponseFieldIsIncompatible() {
        assertThat(BreakingChanges.between(RELEASED, changed("id: {type: string}", "id: {type: [string, \"null\"]}")))
                .containsExactly("GET /orders", "POST /orders");
        assertThat(BreakingChanges.between(
                        RELEASED,
                        changed(
                                "note: {type: [string, \"null\"]}\n      required: [id",
                                "note: {type: string}\n      required: [id")))
                .isEmpty();
    }

    @Test
    void nonNullableRequestFieldIsIncompatible() {
        var current = changed(
                "note: {type: [string, \"null\"]}\n      required: [size",
                "note: {type: string}\n      required: [size");

        assertThat(BreakingChanges.between(RELEASED, current)).containsExactly("POST /orders");
    }

    @Test
    void additionsAreCompatible() {
        var current = changed(
                        "    delete:", "    get:\n      responses:\n        \"200\": {description: One}\n    delete:")
                .replace("required: [id, note]", "  total: {type: integer}\n      required: [id, note, total]")
                .replace("      required: [size]", "        color: {type: string}\n      required: [size]")
                .replace(
                        "- {name: limit,",
                        "- {name: cursor, in: query, schema: {type: string}}\n        - {name: limit,");

        assertThat(BreakingChanges.between(RELEASED, current)).isEmpty();
    }

    @Test
    void newProblemCodeIsCompatible() throws IOException {
        var released = Files.readString(Path.of("docs/openapi/catalog.yaml"));
        var current = released.replace(
                "          - service-unavailable\n", "          - service-unavailable\n          - curtain-down\n");

        assertThat(current).isNotEqualTo(released);
        assertThat(BreakingChanges.between(released, current)).isEmpty();
    }

    @Test
    void announcedChangeIsNotReported() {
        var broken = new TreeSet<>(List.of("GET /orders", "GET /orders/{id}", "POST /orders"));
        var changelog = """
                # Changelog

                ## [Unreleased]

                ### Added

                - `POST /orders` returns colors.

                ### Breaking

                - `GET /orders/{id}` was removed.

                ## [0.1.0]

                ### Breaking

                - The field `note` of `GET /orders` was removed.
                """;

        assertThat(BreakingChanges.unannounced(broken, changelog)).containsExactly("GET /orders", "POST /orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "business", "super-admin", "catalog", "sender"})
    void incompatibleChangesAreAnnounced(String surface) throws IOException {
        var folder = Path.of("docs/openapi");
        var broken = BreakingChanges.between(
                Files.readString(folder.resolve("released").resolve(surface + ".yaml")),
                Files.readString(folder.resolve(surface + ".yaml")));

        assertThat(BreakingChanges.unannounced(broken, Files.readString(Path.of("CHANGELOG.md"))))
                .as(
                        "Incompatible changes of the released document. Each needs a line under \"### Breaking\" of the section"
                                + " [Unreleased] in CHANGELOG.md with the operation in backticks")
                .isEmpty();
    }

    private static String changed(String from, String to) {
        var current = RELEASED.replace(from, to);
        assertThat(current).isNotEqualTo(RELEASED);
        return current;
    }
}
