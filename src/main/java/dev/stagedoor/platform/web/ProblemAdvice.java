package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.SqlStates;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Converts all exceptions, including those of filters, to problem responses (RFC 9457). */
@Slf4j
@RestControllerAdvice
@RequiredArgsConstructor
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final String RETRY_SECONDS = "5";

    private final ProblemWriter problems;

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException failure, WebRequest request) {
        var headers = new HttpHeaders();
        if (failure.getRetryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, failure.getRetryAfter().toSeconds())));
        }
        return respond(failure.getCode(), failure.getMessage(), failure.getErrors(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException failure, WebRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, BearerChallenge.of(failure));
        return respond(ProblemCode.UNAUTHORIZED, "Send a valid access token.", List.of(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> accessDenied(AccessDeniedException failure, WebRequest request) {
        return respond(ProblemCode.FORBIDDEN, "The caller is not allowed to perform this operation.", request);
    }

    @ExceptionHandler
    ResponseEntity<Object> malformedQuery(InvalidParameterException failure, WebRequest request) {
        return respond(ProblemCode.MALFORMED_REQUEST, "The query is not percent-encoded UTF-8.", request);
    }

    @ExceptionHandler({InvalidMimeTypeException.class, InvalidMediaTypeException.class})
    ResponseEntity<Object> invalidAccept(IllegalArgumentException failure, WebRequest request) {
        return respond(ProblemCode.NOT_ACCEPTABLE, DefaultDetails.detail(failure, ProblemCode.NOT_ACCEPTABLE), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException failure, WebRequest request) {
        return respond(ProblemCode.MALFORMED_REQUEST, "The request line or a header is invalid.", request);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(PayloadTooLargeException failure, WebRequest request) {
        return respond(ProblemCode.PAYLOAD_TOO_LARGE, failure.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> documentNotFound(OpenApiResourceNotFoundException failure, WebRequest request) {
        return respond(ProblemCode.NOT_FOUND, "The OpenAPI document does not exist.", request);
    }

    @ExceptionHandler
    ResponseEntity<Object> conflict(ConcurrencyFailureException failure, WebRequest request) {
        return respond(ProblemCode.CONFLICT, "A concurrent request changed the same resource. Try again.", request);
    }

    @ExceptionHandler({
        NonTransientDataAccessResourceException.class,
        TransientDataAccessResourceException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> unavailable(Exception failure, WebRequest request) {
        log.error("The database is unavailable: {}", failure.getMessage());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return respond(ProblemCode.SERVICE_UNAVAILABLE, "Try again in a few seconds.", List.of(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (SqlStates.isUnavailable(failure)) {
            return unavailable(failure, request);
        }
        if (failure instanceof IllegalArgumentException && !hasHandler(request)) {
            log.warn("A request was rejected before a handler was selected", failure);
            return respond(ProblemCode.MALFORMED_REQUEST, "The request cannot be read.", request);
        }
        log.error("Unexpected failure", failure);
        return respond(ProblemCode.INTERNAL_ERROR, "The error has been logged with the request id.", request);
    }

    /** Spring MVC sets the attribute when it selects a handler. Until then, only data of the request can be invalid. */
    private static boolean hasHandler(WebRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                != null;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(ProblemException.invalid(FieldErrors.of(failure.getBindingResult())), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(ProblemException.invalid(FieldErrors.of(failure)), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var error = new FieldErrorDto(failure.getParameterName(), FieldErrorDto.REQUIRED, "must be present");
        return problem(ProblemException.invalid(error), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(UnreadableBody.explain(failure), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            log.error("Unexpected failure", failure);
        }
        var code = ProblemCode.ofStatus(status.value());
        return respond(code, DefaultDetails.detail(failure, code), List.of(), headers, request);
    }

    private ResponseEntity<Object> respond(ProblemCode code, String detail, WebRequest request) {
        return respond(code, detail, List.of(), new HttpHeaders(), request);
    }

    /** Writes the response. Returns null, so that Spring MVC writes nothing else. */
    private ResponseEntity<Object> respond(
            ProblemCode code, String detail, List<FieldErrorDto> errors, HttpHeaders headers, WebRequest request) {
        var exchange = (ServletWebRequest) request;
        headers.forEach(
                (name, values) -> values.forEach(value -> exchange.getResponse().addHeader(name, value)));
        problems.write(code, detail, errors, exchange.getRequest(), exchange.getResponse());
        return null;
    }
}
