package dev.stagedoor.flow;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An operation with a JSON body, and the properties of its fields, which are named by their JSON pointers. */
final class Write {

    private final String route;
    private final String path;
    private final String body;
    private final Map<String, Reply> lookups = new HashMap<>();
    private Person caller;
    private String key;
    private int success = 200;
    private boolean readOnly;
    private Set<String> nullable = Set.of();
    private Set<String> freeForm = Set.of();

    private Write(String route, String path, String body) {
        this.route = route;
        this.path = path;
        this.body = body;
    }

    /** Creates an operation. The route is the method and the mapped path. The ids replace the path variables in order. */
    static Write of(String route, String completeBody, Object... ids) {
        var path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "%s");
        return new Write(route, path.formatted(ids), completeBody);
    }

    /** Sets the caller. Anonymous by default. */
    Write as(Person person) {
        caller = person;
        return this;
    }

    /** Sets the API key of the caller. */
    Write with(String apiKey) {
        key = apiKey;
        return this;
    }

    /** Sets the status for the valid body. 200 by default. */
    Write returns(int status) {
        success = status;
        return this;
    }

    /** Declares that the valid body changes no rows. */
    Write readOnly() {
        readOnly = true;
        return this;
    }

    /** Sets the nullable fields. */
    Write nullable(String... pointers) {
        nullable = Set.of(pointers);
        return this;
    }

    /** Sets the fields that accept any JSON. */
    Write freeForm(String... pointers) {
        freeForm = Set.of(pointers);
        return this;
    }

    /** Declares a field that is looked up instead of validated, and the response to unknown values. */
    Write lookup(String pointer, int status, String code) {
        lookups.put(pointer, new Reply(status, code));
        return this;
    }

    String route() {
        return route;
    }

    String body() {
        return body;
    }

    int success() {
        return success;
    }

    boolean changesRows() {
        return success < 400 && !readOnly;
    }

    boolean isNullable(Place place) {
        return nullable.contains(place.at().toString());
    }

    /** The response to an unknown value, or null if the field is validated. */
    Reply lookupReply(Place place) {
        return lookups.get(place.at().toString());
    }

    /** The accepted media types. */
    List<String> types() {
        return route.startsWith("PATCH ")
                ? List.of("application/json", "application/merge-patch+json")
                : List.of("application/json");
    }

    /** All elements below the body, except those within free-form fields. */
    Stream<Place> fields() {
        return Place.of(body)
                .filter(place -> !place.field().isEmpty())
                .filter(place -> freeForm.stream().noneMatch(place::isBelow));
    }

    /** All objects with defined fields, starting with the body. */
    Stream<Place> objects() {
        return Place.of(body)
                .filter(place -> place.value().isObject())
                .filter(place -> freeForm.stream().noneMatch(place::isWithin));
    }

    /** All texts. */
    Stream<Place> texts() {
        return fields().filter(place -> place.value().isString());
    }

    /** All single-line texts: every text except passwords. */
    Stream<Place> lines() {
        return texts().filter(place -> !place.field().matches("(?i).*password"));
    }

    Answer send(Http http, String other) {
        return send(http, other, "application/json");
    }

    Answer send(Http http, String other, String type) {
        return call(http, other.getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", type)
                .send();
    }

    /** Creates the request with any bytes, without a {@code Content-Type}. */
    Http.Call call(Http http, byte[] other) {
        var call = http.call(route.substring(0, route.indexOf(' ')), path, BodyPublishers.ofByteArray(other));
        if (key != null) {
            call.header("X-API-Key", key);
        }
        return caller == null ? call : call.as(caller);
    }

    @Override
    public String toString() {
        return route;
    }

    /** The expected status and the problem code, or null for a successful response. */
    record Reply(int status, String code) {

        void expect(Answer response) {
            if (code == null) {
                response.expect(status);
            } else {
                response.expectProblem(status, code);
            }
        }
    }
}
