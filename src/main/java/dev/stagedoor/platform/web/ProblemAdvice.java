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

/** Turns every exception, the filters' included, into a problem answer (RFC 9457). */
@Slf4j
@RestControllerAdvice
@RequiredArgsConstructor
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final String RETRY_SECONDS = "5";

    private final ProblemWriter problems;

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal, WebRequest request) {
        var headers = new HttpHeaders();
        if (refusal.getRetryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, refusal.getRetryAfter().toSeconds())));
        }
        return answer(refusal.getCode(), refusal.getMessage(), refusal.getFaults(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException refusal, WebRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, BearerChallenge.of(refusal));
        return answer(ProblemCode.UNAUTHORIZED, "Send a valid access token.", List.of(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException refusal, WebRequest request) {
        return answer(ProblemCode.FORBIDDEN, "This account may not do that.", request);
    }

    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException refusal, WebRequest request) {
        return answer(ProblemCode.MALFORMED_REQUEST, "The query is not percent-encoded UTF-8.", request);
    }

    @ExceptionHandler({InvalidMimeTypeException.class, InvalidMediaTypeException.class})
    ResponseEntity<Object> invalidAccept(IllegalArgumentException failure, WebRequest request) {
        return answer(ProblemCode.NOT_ACCEPTABLE, DefaultDetails.detail(failure, ProblemCode.NOT_ACCEPTABLE), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException refusal, WebRequest request) {
        return answer(ProblemCode.MALFORMED_REQUEST, "The request line or a header is not acceptable.", request);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(PayloadTooLargeException refusal, WebRequest request) {
        return answer(ProblemCode.PAYLOAD_TOO_LARGE, refusal.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unknownDocument(OpenApiResourceNotFoundException refusal, WebRequest request) {
        return answer(ProblemCode.NOT_FOUND, "There is no such OpenAPI document.", request);
    }

    @ExceptionHandler
    ResponseEntity<Object> overtaken(ConcurrencyFailureException refusal, WebRequest request) {
        return answer(ProblemCode.CONFLICT, "Another request changed the same thing; try again.", request);
    }

    @ExceptionHandler({
        NonTransientDataAccessResourceException.class,
        TransientDataAccessResourceException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> unavailable(Exception failure, WebRequest request) {
        log.error("The database is out of reach: {}", failure.getMessage());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return answer(ProblemCode.SERVICE_UNAVAILABLE, "Try again in a few seconds.", List.of(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (SqlStates.isOutOfReach(failure)) {
            return unavailable(failure, request);
        }
        if (failure instanceof IllegalArgumentException && !hasHandler(request)) {
            log.warn("A request was rejected before a handler was selected", failure);
            return answer(ProblemCode.MALFORMED_REQUEST, "The request cannot be read.", request);
        }
        log.error("Unexpected failure", failure);
        return answer(ProblemCode.INTERNAL_ERROR, "The failure has been logged under this request's id.", request);
    }

    /** Spring MVC sets the attribute when it selects a handler. Until then, only data of the request can be invalid. */
    private static boolean hasHandler(WebRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                != null;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(ProblemException.invalid(FieldErrors.of(failure.getBindingResult())), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(ProblemException.invalid(FieldErrors.of(failure)), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var fault = new FieldErrorDto(failure.getParameterName(), FieldErrorDto.REQUIRED, "must be present");
        return refused(ProblemException.invalid(fault), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(UnreadableBody.explain(failure), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            log.error("Unexpected failure", failure);
        }
        var code = ProblemCode.ofStatus(status.value());
        return answer(code, DefaultDetails.detail(failure, code), List.of(), headers, request);
    }

    private ResponseEntity<Object> answer(ProblemCode code, String detail, WebRequest request) {
        return answer(code, detail, List.of(), new HttpHeaders(), request);
    }

    /** Null, which is Spring MVC's sign of an answer that is written already. */
    private ResponseEntity<Object> answer(
            ProblemCode code, String detail, List<FieldErrorDto> faults, HttpHeaders headers, WebRequest request) {
        var call = (ServletWebRequest) request;
        headers.forEach(
                (name, values) -> values.forEach(value -> call.getResponse().addHeader(name, value)));
        problems.write(code, detail, faults, call.getRequest(), call.getResponse());
        return null;
    }
}
