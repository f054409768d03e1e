package dev.stagedoor.platform.web.strict;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Accepts ids, dates, booleans and numbers in paths and queries only in their canonical form. Single values use editors,
 * because Spring falls back to its lenient editors after a failed conversion. Elements of lists use the converter.
 */
@Component
class StrictParameters implements PropertyEditorRegistrar, WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UUID.class, StrictParameters::uuid);
    }

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(UUID.class, new ParameterEditor(StrictParameters::uuid));
        registry.registerCustomEditor(LocalDate.class, new ParameterEditor(StrictParameters::date));
        registry.registerCustomEditor(boolean.class, new ParameterEditor(StrictParameters::flag));
        registry.registerCustomEditor(int.class, new ParameterEditor(StrictParameters::number));
        registry.registerCustomEditor(Integer.class, new ParameterEditor(StrictParameters::number));
    }

    /** Requires the canonical form. {@code UUID.fromString} also accepts signs and misplaced dashes. */
    static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new Malformed("not a UUID");
        }
        return id;
    }

    /** {@code YYYY-MM-DD}. */
    static LocalDate date(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Malformed("not a date");
        }
        return LocalDate.parse(text);
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Malformed("not a boolean");
        };
    }

    private static Integer number(String text) {
        if (!text.matches("-?[0-9]{1,10}")) {
            throw new Malformed("not a number");
        }
        return Integer.valueOf(text);
    }

    /** Has no stack trace, which would cost more than parsing the parameter. */
    private static final class Malformed extends IllegalArgumentException {

        Malformed(String message) {
            super(message);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
