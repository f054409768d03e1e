package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem answer in the request's language: at once and with its length, whatever types the request would
 * accept. A refusal is to cost less than what it refuses.
 */
@Component
@RequiredArgsConstructor
class ProblemWriter {

    private final JsonMapper json;
    private final Optional<RefusalPause> pause;

    /**
     * Drops what was begun of another answer. Where some of that has left there is an {@link IllegalStateException}: it
     * must break off, so that nobody takes the half for the whole.
     */
    void write(
            ProblemCode code,
            String detail,
            List<FieldErrorDto> faults,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = ResponseLocale.of(request);
        var problem = ProblemDto.of(code, detail, path(request), faults).in(language);
        var body = json.writeValueAsBytes(problem);
        beginAnew(response);
        response.setStatus(problem.status());
        ResponseLocale.tell(language, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        pause.ifPresent(RefusalPause::take);
        send(body, response);
    }

    private static void send(byte[] body, HttpServletResponse response) {
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void beginAnew(HttpServletResponse response) {
        response.resetBuffer();
        response.setCharacterEncoding((String) null);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    }

    /** Of what was called, not of the page of errors; without path parameters, in which there might be a token. */
    private static String path(HttpServletRequest request) {
        var called = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (called instanceof String path ? path : request.getRequestURI()).split(";", 2)[0];
    }
}
