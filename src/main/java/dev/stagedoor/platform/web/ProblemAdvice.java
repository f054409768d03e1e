package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.SqlStates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
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
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
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
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Converts all exceptions, including those of filters, to problem responses (RFC 9457). */
@Slf4j
@RestControllerAdvice
@RequiredArgsConstructor
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    private final ProblemWriter problems;
    private final UnreadableBody unreadableBody;

    /** The base class would search texts that this class does not use, which costs more than the rest of a 400 response. */
    @Override
    public void setMessageSource(MessageSource messageSource) {}

    /** Writes the response. Returns null, so that Spring MVC writes nothing else. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> problem(ProblemException problem, WebRequest request) {
        var exchange = (ServletWebRequest) request;
        if (problem.getRetryAfter() != null) {
            var seconds = Math.max(1, problem.getRetryAfter().toSeconds());
            response(request).addHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        problems.write(problem, exchange.getRequest(), response(request));
        return null;
    }

    /** The challenge of RFC 6750 contains an error only if the request contained a token. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unauthenticated(AuthenticationException failure, WebRequest request) {
        var challenge = failure instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer";
        response(request).addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return problem(new ProblemException(ProblemCode.UNAUTHORIZED), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> accessDenied(AccessDeniedException failure, WebRequest request) {
        return problem(new ProblemException(ProblemCode.FORBIDDEN), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> malformedQuery(InvalidParameterException failure, WebRequest request) {
        return problem(new ProblemException(ProblemCode.MALFORMED_REQUEST, "query"), request);
    }

    @ExceptionHandler({InvalidMimeTypeException.class, InvalidMediaTypeException.class})
    @Nullable
    ResponseEntity<Object> invalidAccept(IllegalArgumentException failure, WebRequest request) {
        return problem(new ProblemException(ProblemCode.NOT_ACCEPTABLE), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> rejected(RequestRejectedException failure, WebRequest request) {
        return problem(new ProblemException(ProblemCode.MALFORMED_REQUEST, "request-line-or-header"), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> documentNotFound(OpenApiResourceNotFoundException failure, WebRequest request) {
        return problem(ProblemException.notFound("openapi-document"), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> conflict(ConcurrencyFailureException failure, WebRequest request) {
        return problem(new ProblemException(ProblemCode.CONFLICT), request);
    }

    @ExceptionHandler({
        NonTransientDataAccessResourceException.class,
        TransientDataAccessResourceException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class
    })
    @Nullable
    ResponseEntity<Object> unavailable(Exception failure, WebRequest request) {
        log.error("The database is unavailable: {}", failure.getMessage());
        return problem(new ProblemException(ProblemCode.SERVICE_UNAVAILABLE).withRetryAfter(RETRY_DELAY), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (SqlStates.isUnavailable(failure)) {
            return unavailable(failure, request);
        }
        if (failure instanceof IllegalArgumentException && !hasHandler(request)) {
            log.warn("A request was rejected before a handler was selected", failure);
            return problem(new ProblemException(ProblemCode.MALFORMED_REQUEST), request);
        }
        log.error("Unexpected failure", failure);
        return problem(new ProblemException(ProblemCode.INTERNAL_ERROR), request);
    }

    /** Spring MVC sets the attribute when it selects a handler. Until then, only data of the request can be invalid. */
    private static boolean hasHandler(WebRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                != null;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(ProblemException.invalid(FieldErrors.of(failure.getBindingResult())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(ProblemException.invalid(FieldErrors.of(failure)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name = failure.getParameterName();
        return problem(ProblemException.invalid(name, InvalidField.REQUIRED, "must-be-present"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = failure instanceof MethodArgumentTypeMismatchException mismatch
                ? new ProblemException(ProblemCode.MALFORMED_REQUEST, "type-of-parameter", mismatch.getName())
                : new ProblemException(ProblemCode.MALFORMED_REQUEST, "type-of-value");
        return problem(problem, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(unreadableBody.explain(failure, ((ServletWebRequest) request).getRequest()), request);
    }

    /** Handles all other exceptions of Spring MVC. Their messages may contain class names and values. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            log.error("Unexpected failure", failure);
        }
        var response = response(request);
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return problem(new ProblemException(ProblemCode.ofStatus(status.value())), request);
    }

    private static HttpServletResponse response(WebRequest request) {
        return Objects.requireNonNull(((ServletWebRequest) request).getResponse());
    }
}
