package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes errors that Tomcat detects, such as a malformed request line or an oversized header, as problem responses. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = new ProblemException(ProblemCode.ofStatus(response.getStatus()));
        var path = request.getRequestURI() == null ? "" : request.getRequestURI();
        var language = ResponseLocale.of(request);
        try {
            response.setStatus(problem.getCode().status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
            if (response.getHeader(RequestId.HEADER) == null) {
                response.setHeader(RequestId.HEADER, UUID.randomUUID().toString());
            }
            response.getReporter().write(JSON.writeValueAsString(ProblemDto.of(problem, path, language)));
            response.finishResponse();
        } catch (IOException connectionLost) {
            container.getLogger().debug("The client closed the connection before the response", connectionLost);
        }
    }
}
