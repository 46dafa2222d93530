package org.netloom.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.workspace.AccessRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns everything that ends a request early into a problem document. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Refusals extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        return ProblemDocument.answer(refused.status(), refused.problems());
    }

    @ExceptionHandler
    ResponseEntity<Object> noAccess(AccessRefused refused) {
        HttpHeaders headers = new HttpHeaders();
        if (refused.reason() == AccessRefused.Reason.NOT_SIGNED_IN) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Netloom\"");
        }
        return ProblemDocument.answer(
                ProblemDocument.of(refused.reason().status(), List.of(refused.problem()), null), headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> bodyTooLarge(BodyLimit.TooLarge tooLarge) {
        return ProblemDocument.answer(413, List.of(tooLarge.problem()));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception mishap) {
        if (DisconnectedClientHelper.isClientDisconnectedException(mishap)) {
            // Nobody waits for an answer any more, and nothing went wrong here.
            return null;
        }
        Optional<BodyLimit.TooLarge> tooLarge = BodyLimit.TooLarge.within(mishap);
        if (tooLarge.isPresent()) {
            return bodyTooLarge(tooLarge.get());
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected problem, reference {}", reference, mishap);
        Problem problem = Problem.error(
                "unexpected",
                "Something went wrong on the server.",
                "The request itself may have been right.",
                "Try again; if it stays, look for the reference " + reference + " in the server's log.");
        return ProblemDocument.answer(ProblemDocument.of(500, List.of(problem), reference), HttpHeaders.EMPTY);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Optional<BodyLimit.TooLarge> tooLarge = BodyLimit.TooLarge.within(e);
        if (tooLarge.isPresent()) {
            return bodyTooLarge(tooLarge.get());
        }
        if (status.is5xxServerError()) {
            return unexpected(e);
        }
        return ProblemDocument.answer(ProblemDocument.of(status.value(), List.of(problem(e, status)), null), headers);
    }

    private static Problem problem(Exception e, HttpStatusCode status) {
        return switch (e) {
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch.getName(), mismatch);
            case TypeMismatchException mismatch -> mismatch(String.valueOf(mismatch.getPropertyName()), mismatch);
            case MissingServletRequestParameterException missing ->
                Problem.error(
                                "missing-parameter",
                                "The parameter “" + missing.getParameterName() + "” is missing.",
                                "This call needs it.",
                                "Add ?" + missing.getParameterName() + "=… to the address.")
                        .of(missing.getParameterName());
            case HttpRequestMethodNotSupportedException method ->
                Problem.error(
                        "wrong-method",
                        "The method " + method.getMethod() + " does nothing here.",
                        "This address answers " + method.getSupportedHttpMethods() + ".",
                        "Use one of them; /v3/api-docs lists all calls.");
            case HttpMediaTypeNotSupportedException type ->
                Problem.error(
                        "wrong-content-type",
                        "The body came as " + type.getContentType() + ".",
                        "JSON was expected.",
                        "Send it with Content-Type: application/json.");
            default -> general(e, status);
        };
    }

    private static Problem mismatch(String name, TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        String wanted = type == UUID.class
                ? "An id is a UUID such as 123e4567-e89b-12d3-a456-426614174000."
                : type == null ? "Another kind of value was expected." : "A " + kind(type) + " was expected.";
        return Problem.error(
                        "bad-parameter",
                        "“" + mismatch.getValue() + "” is no value for “" + name + "”.",
                        wanted,
                        "Correct it in the address.")
                .of(name);
    }

    private static String kind(Class<?> type) {
        return type == Integer.class || type == Long.class || type == int.class || type == long.class
                ? "whole number"
                : type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static Problem general(Exception e, HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String name = known == null ? "refused" : known.getReasonPhrase().toLowerCase(java.util.Locale.ROOT);
        if (status.value() == 404) {
            return AccessRefused.otherWorkspace().problem();
        }
        String detail = e instanceof ErrorResponse response
                ? String.valueOf(response.getBody().getDetail())
                : "The request could not be read.";
        return Problem.error(
                name.replace(' ', '-'),
                detail.endsWith(".") ? detail : detail + ".",
                "A request as /v3/api-docs describes it.",
                "Compare it with the description of this call and correct it.");
    }
}
