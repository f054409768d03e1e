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

/** Makes requests one after another and remembers what their answers gave for those that follow. */
final class Tour {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([$\\w.]+)}}");

    /** The part of JavaScript that the files use: a field of the body, or a header, is kept under a name. */
    private static final Pattern KEPT = Pattern.compile(
            "client\\.global\\.set\\(\"(\\w+)\", response\\.(?:body([\\w.\\[\\]]+)|headers\\.valueOf\\(\"([\\w-]+)\"\\))\\);\\s*");

    private final Http http;
    private final Map<String, String> variables = new HashMap<>(Map.of("service", ""));

    Tour(Http http) {
        this.http = http;
    }

    /** The path that was called; the answer was as the request expects. */
    String make(TourRequest request) {
        var path = filled(request.url());
        var body = request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(request.body()));
        var call = http.call(request.method(), path, body);
        request.headers().forEach((name, value) -> call.header(name, filled(value)));

        var answer = call.send();

        assertThat(request.expects(answer.status()))
                .as("%s: %s %s", request.name(), answer.status(), answer.body())
                .isTrue();
        keep(request, answer);
        return path;
    }

    private void keep(TourRequest request, Answer answer) {
        assertThat(request.handler()).matches("(?:" + KEPT.pattern() + ")*");
        KEPT.matcher(request.handler()).results().forEach(kept -> {
            var value = kept.group(2) == null ? answer.header(kept.group(3)) : answer.text(pointer(kept.group(2)));
            assertThat(value).as(request.name() + ": " + kept.group()).isNotBlank();
            variables.put(kept.group(1), value);
        });
    }

    /** {@code .items[0].id} as a JSON pointer. */
    private static String pointer(String path) {
        return path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
    }

    private String filled(String text) {
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
