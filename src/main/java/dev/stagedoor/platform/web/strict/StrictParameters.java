package dev.stagedoor.platform.web.strict;

import dev.stagedoor.platform.validation.TextRules;
import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Normalizes text in paths and queries, and accepts enums, ids, dates, timestamps, booleans and numbers only in their canonical form.
 * Single values use editors, because Spring falls back to its lenient editors after a failed conversion. Elements of lists use
 * the converter.
 */
@Component
class StrictParameters implements PropertyEditorRegistrar, WebMvcConfigurer {

    private final SingletonSupplier<Set<Class<?>>> enums;

    StrictParameters(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.enums = SingletonSupplier.of(() -> enumParameters(routes.getObject()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UUID.class, StrictParameters::uuid);
    }

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(String.class, new Editor(TextRules::normalized));
        registry.registerCustomEditor(UUID.class, new Editor(StrictParameters::uuid));
        registry.registerCustomEditor(LocalDate.class, new Editor(StrictParameters::date));
        registry.registerCustomEditor(Instant.class, new Editor(StrictParameters::instant));
        registry.registerCustomEditor(boolean.class, new Editor(StrictParameters::flag));
        registry.registerCustomEditor(Boolean.class, new Editor(StrictParameters::flag));
        registry.registerCustomEditor(int.class, new Editor(StrictParameters::number));
        registry.registerCustomEditor(Integer.class, new Editor(StrictParameters::number));
        enums.obtain().forEach(type -> registry.registerCustomEditor(type, new Editor(name -> constant(type, name))));
    }

    private static Set<Class<?>> enumParameters(RequestMappingHandlerMapping routes) {
        return routes.getHandlerMethods().values().stream()
                .flatMap(handler -> Stream.of(handler.getMethodParameters()))
                .map(MethodParameter::getParameterType)
                .filter(Class::isEnum)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Object constant(Class<?> type, String name) {
        return WireNames.find(type, name).orElseThrow(() -> new Malformed("not a constant"));
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

    /** RFC 3339. Truncates to microseconds, the precision of PostgreSQL. */
    static Instant instant(String text) {
        return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
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

    @RequiredArgsConstructor
    private static final class Editor extends PropertyEditorSupport {

        private final Function<String, ?> parser;

        @Override
        public void setAsText(String text) {
            try {
                setValue(parser.apply(text));
            } catch (DateTimeException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }
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
