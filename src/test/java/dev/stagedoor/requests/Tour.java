package dev.stagedoor.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sends requests in order and stores values of their responses for the following ones. */
final class Tour {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([$\\w.]+)}}");

    /** The only supported statement of response handlers. It stores a body field or a header in a variable. */
    private static final Pattern STORE = Pattern.compile(
            "client\\.global\\.set\\(\"(\\w+)\", response\\.(?:body([\\w.\\[\\]]+)|headers\\.valueOf\\(\"([\\w-]+)\"\\))\\);\\s*");

    private final Http http;
    private final Map<String, String> variables = new HashMap<>(Map.of("service", ""));

    Tour(Http http) {
        this.http = http;
    }

    /** Sends a request, checks its status and returns its path. */
    String send(TourRequest request) {
        var path = substituted(request.url());
        var body = request.body().isEmpty()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(substituted(request.body()));
        var call = http.call(request.method(), path, body);
        request.headers().forEach((name, value) -> call.header(name, substituted(value)));

        var response = call.send();

        assertThat(request.expects(response.status()))
                .as("%s: %s %s", request.name(), response.status(), response.body())
                .isTrue();
        store(request, response);
        return path;
    }

    private void store(TourRequest request, Answer response) {
        assertThat(request.handler()).matches("(?:" + STORE.pattern() + ")*");
        STORE.matcher(request.handler()).results().forEach(statement -> {
            var value = statement.group(2) == null
                    ? response.header(statement.group(3))
                    : response.text(pointer(statement.group(2)));
            assertThat(value).as(request.name() + ": " + statement.group()).isNotBlank();
            variables.put(statement.group(1), value);
        });
    }

    /** {@code .items[0].id} as a JSON pointer. */
    private static String pointer(String path) {
        return path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
    }

    private String substituted(String text) {
        return VARIABLE.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult variable) {
        if (variable.group(1).equals("$random.uuid")) {
            return UUID.randomUUID().toString();
        }
        assertThat(variables).containsKey(variable.group(1));
        return variables.get(variable.group(1));
    }
}
