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

/** A call that takes a JSON body, and what is to be known of that body; places are named by their JSON pointers. */
final class Write {

    private final String route;
    private final String path;
    private final String body;
    private final Map<String, Reply> lookedUp = new HashMap<>();
    private Person caller;
    private int success = 200;
    private Set<String> nullable = Set.of();
    private Set<String> free = Set.of();

    private Write(String route, String path, String body) {
        this.route = route;
        this.path = path;
        this.body = body;
    }

    /** The route is the method and the path as the service maps it; ids stand in for its variables in their order. */
    static Write of(String route, String goodAndWholeBody, Object... ids) {
        var path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "%s");
        return new Write(route, path.formatted(ids), goodAndWholeBody);
    }

    /** Who calls; nobody when left out. */
    Write as(Person person) {
        caller = person;
        return this;
    }

    /** The status of the good body's answer; 200 when left out. */
    Write gives(int status) {
        success = status;
        return this;
    }

    /** What may be null. */
    Write nullable(String... pointers) {
        nullable = Set.of(pointers);
        return this;
    }

    /** What may hold any JSON. */
    Write free(String... pointers) {
        free = Set.of(pointers);
        return this;
    }

    /** What is not checked but looked up, and what is answered where it is not found; no problem where code is null. */
    Write lookedUp(String pointer, int status, String code) {
        lookedUp.put(pointer, new Reply(status, code));
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

    boolean isNullable(Place place) {
        return nullable.contains(place.at().toString());
    }

    /** The answer to a text that is not found, or null where the text is checked. */
    Reply unfound(Place place) {
        return lookedUp.get(place.at().toString());
    }

    /** The media types in which the body is taken. */
    List<String> types() {
        return route.startsWith("PATCH ")
                ? List.of("application/json", "application/merge-patch+json")
                : List.of("application/json");
    }

    /** Every place below the body itself that has a form. */
    Stream<Place> fields() {
        return Place.of(body)
                .filter(place -> !place.field().isEmpty())
                .filter(place -> free.stream().noneMatch(place::isBelow));
    }

    /** Every object whose fields are known, the body itself first. */
    Stream<Place> objects() {
        return Place.of(body)
                .filter(place -> place.value().isObject())
                .filter(place -> free.stream().noneMatch(place::isWithin));
    }

    /** Every place of a text. */
    Stream<Place> texts() {
        return fields().filter(place -> place.value().isString());
    }

    /** Every place of a line of text, which is every text but a password. */
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

    /** The call with any bytes and no Content-Type. */
    Http.Call call(Http http, byte[] other) {
        var call = http.call(route.substring(0, route.indexOf(' ')), path, BodyPublishers.ofByteArray(other));
        return caller == null ? call : call.as(caller);
    }

    @Override
    public String toString() {
        return route;
    }

    /** An answer by its status and, where it is a problem, its code. */
    record Reply(int status, String code) {

        void expect(Answer answer) {
            if (code == null) {
                answer.expect(status);
            } else {
                answer.expectProblem(status, code);
            }
        }
    }
}
