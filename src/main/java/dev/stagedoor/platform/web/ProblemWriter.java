package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problem responses in the language of the request, without content negotiation. An error response must cost less
 * than the operation.
 */
@Component
@RequiredArgsConstructor
class ProblemWriter {

    private final JsonMapper json;

    /**
     * Replaces a response that is not yet committed.
     *
     * @throws IllegalStateException if the response is committed. The connection must then be closed, so that the client
     *     detects an incomplete response.
     */
    void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response) {
        var language = ResponseLocale.of(request);
        var body = json.writeValueAsBytes(ProblemDto.of(problem, path(request), language));
        resetResponse(response);
        response.setStatus(problem.getCode().status());
        ResponseLocale.setHeaders(language, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        send(body, response);
    }

    private static void send(byte[] body, HttpServletResponse response) {
        try {
            response.getOutputStream().write(body);
        } catch (IOException connectionLost) {
            throw new UncheckedIOException(connectionLost);
        }
    }

    private static void resetResponse(HttpServletResponse response) {
        response.resetBuffer();
        response.setCharacterEncoding((String) null);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    }

    /** Returns the path of the request, not of the error page. Removes path parameters, which might contain a token. */
    private static String path(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (original instanceof String path ? path : request.getRequestURI()).split(";", 2)[0];
    }
}
