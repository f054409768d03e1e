package dev.stagedoor.platform.http;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Takes a UUID only where it is written in full. It is an editor, not a converter, because Spring
 * would try its own lenient editor after a converter has refused.
 */
@ControllerAdvice
class StrictUuids {

    private static final int LENGTH = 36;

    @InitBinder
    void strictly(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(parse(text));
        }
    }
}
