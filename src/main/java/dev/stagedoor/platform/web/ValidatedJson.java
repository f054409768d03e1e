package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.SmartValidator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that is not the body of a request, with the rules and errors of request bodies. */
@Component
@RequiredArgsConstructor
public class ValidatedJson {

    private final JsonMapper json;
    private final SmartValidator validator;
    private final UnreadableBody unreadableBody;

    /** @throws ProblemException {@code malformed-request}; {@code validation-failed} */
    public <T> T read(byte[] content, Class<T> type) {
        var value = parse(content, type);
        var violations = new BeanPropertyBindingResult(value, "body");
        validator.validate(value, violations);
        if (violations.hasErrors()) {
            throw ProblemException.invalid(FieldErrors.of(violations));
        }
        return value;
    }

    private <T> T parse(byte[] content, Class<T> type) {
        if (!Utf8.isValid(content) || Utf8.isUtf16OrUtf32(content)) {
            throw malformed();
        }
        try {
            var value = json.readValue(content, type);
            if (value == null) {
                throw malformed();
            }
            return value;
        } catch (JacksonException failure) {
            throw unreadableBody.explain(content, type, failure);
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemCode.MALFORMED_REQUEST, "body");
    }
}
