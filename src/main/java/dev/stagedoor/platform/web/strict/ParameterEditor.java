package dev.stagedoor.platform.web.strict;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;

/** Parses a parameter with a function that throws on malformed input. */
@RequiredArgsConstructor
public final class ParameterEditor extends PropertyEditorSupport {

    private final Function<String, ?> parser;

    /** Accepts the exact names of the constants. Spring itself trims the text and treats blank as absent. */
    public static <E extends Enum<E>> ParameterEditor ofEnum(Class<E> type) {
        return new ParameterEditor(name -> Enum.valueOf(type, name));
    }

    @Override
    public void setAsText(String text) {
        try {
            setValue(parser.apply(text));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
