package dev.stagedoor.platform.web.strict;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes ids, dates and numbers of paths and queries only in their one form. The editors are for single values: Spring
 * would try its own lenient ones after a converter has refused. The converter is for the members of lists.
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

    /** In full and in its canonical form; {@code UUID.fromString} alone takes signs and shifted dashes. */
    static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new Malformed("no UUID");
        }
        return id;
    }

    /** {@code YYYY-MM-DD}. */
    static LocalDate date(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Malformed("no date");
        }
        return LocalDate.parse(text);
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Malformed("no flag");
        };
    }

    private static Integer number(String text) {
        if (!text.matches("-?[0-9]{1,10}")) {
            throw new Malformed("no number");
        }
        return Integer.valueOf(text);
    }

    /** Without a stack trace, which would be read by nobody and cost more than reading the parameter. */
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
