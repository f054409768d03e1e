package dev.stagedoor.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request of an {@code .http} file.
 *
 * @param name    the text after {@code ###}, which may end with the expected status in parentheses
 * @param handler the response handler, or an empty string
 */
record TourRequest(String name, String method, String url, Map<String, String> headers, String body, String handler) {

    private static final Pattern STATUS = Pattern.compile("\\((\\d{3})\\)$");

    /** Returns the requests of a file in order. */
    static List<TourRequest> of(Path file) throws IOException {
        return Stream.of(Files.readString(file).split("(?m)^### "))
                .skip(1)
                .map(TourRequest::parse)
                .toList();
    }

    private static TourRequest parse(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        var name = lines.remove(0);
        var call = lines.remove(0).split(" ", 2);
        var headers = new LinkedHashMap<String, String>();
        while (!lines.isEmpty() && !lines.get(0).isBlank()) {
            var header = lines.remove(0).split(": ", 2);
            headers.put(header[0], header[1]);
        }
        var rest = String.join("\n", lines).split("\n> ", 2);
        var handler =
                rest.length > 1 ? rest[1].replace("{%", "").replace("%}", "").strip() : "";
        return new TourRequest(name, call[0], call[1], headers, rest[0].strip(), handler);
    }

    /** Whether a status is expected. Without a status in the name, every 2xx status is. */
    boolean expects(int status) {
        var named = STATUS.matcher(name);
        return named.find() ? Integer.parseInt(named.group(1)) == status : status >= 200 && status < 300;
    }
}
