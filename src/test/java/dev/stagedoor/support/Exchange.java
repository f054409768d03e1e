package dev.stagedoor.support;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** A call and what was answered, as far as the API's documents speak of it. */
record Exchange(String method, String path, int status, HttpHeaders headers, String body) {

    static Exchange of(HttpResponse<String> response) {
        var request = response.request();
        return new Exchange(
                request.method(),
                request.uri().getRawPath(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Without parameters. */
    String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip();
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status + " " + body;
    }
}
