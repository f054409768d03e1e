package dev.stagedoor.platform.web.strict;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;

/** Reads a parameter by a function that throws on what is not of the type. */
@RequiredArgsConstructor
public final class ParameterEditor extends PropertyEditorSupport {

    private final Function<String, ?> parser;

    /** By exactly the names of the constants; Spring alone trims, and takes blank for absent. */
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
