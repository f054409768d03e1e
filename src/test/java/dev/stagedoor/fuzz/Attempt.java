package dev.stagedoor.fuzz;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A generated request. */
final class Attempt {

    final Operation operation;
    final Map<String, String> headers = new LinkedHashMap<>();
    String path;
    byte[] body;

    Attempt(Operation operation) {
        this.operation = operation;
        this.path = operation.path();
    }

    Answer send(Http http) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var call = http.call(operation.method(), path, publisher);
        headers.forEach(call::header);
        return call.send();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(operation.method()).append(' ').append(path);
        headers.forEach(
                (name, value) -> text.append('\n').append(name).append(": ").append(cut(value)));
        if (body != null) {
            text.append("\n\n").append(cut(new String(body, StandardCharsets.UTF_8)));
        }
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "... (" + text.length() + " characters)" : text;
    }
}
