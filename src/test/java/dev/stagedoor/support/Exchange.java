package dev.stagedoor.support;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** The documented parts of a request and its response. */
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

    /** The media type of the response without parameters. */
    String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip();
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status + " " + body;
    }
}
