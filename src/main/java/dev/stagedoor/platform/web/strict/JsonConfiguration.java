package dev.stagedoor.platform.web.strict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Strict JSON: rejects unknown and repeated fields, values of the wrong type, and text that PostgreSQL cannot store. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");

    @Bean
    JsonMapperBuilderCustomizer strictness() {
        return mapper -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(coercion -> coercion.setAcceptBlankAsEmpty(false)
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    }

    /** Jackson itself accepts arrays as dates and Base64 as UUIDs. */
    @Bean
    JacksonModule text() {
        return new SimpleModule("text")
                .addDeserializer(String.class, TextDeserializer.ofText())
                .addDeserializer(UUID.class, new TextDeserializer<>(UUID.class, StrictParameters::uuid))
                .addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, StrictParameters::date))
                .addDeserializer(LocalTime.class, new TextDeserializer<>(LocalTime.class, JsonConfiguration::time))
                .addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, StrictParameters::instant));
    }

    /** Always writes six digits of the second, so that all timestamps have the same width. */
    @Bean
    JacksonModule timestamps() {
        return new SimpleModule("timestamps").addSerializer(Instant.class, new StdSerializer<>(Instant.class) {
            @Override
            public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
                json.writeString(MICROSECONDS.format(instant));
            }
        });
    }

    /** Writes {@code HH:mm}, the only form that requests can contain. */
    @Bean
    JacksonModule times() {
        return new SimpleModule("times").addSerializer(LocalTime.class, new StdSerializer<>(LocalTime.class) {
            @Override
            public void serialize(LocalTime time, JsonGenerator json, SerializationContext context) {
                json.writeString(time.truncatedTo(ChronoUnit.MINUTES).toString());
            }
        });
    }

    @Bean
    JacksonModule exactness() {
        return new SimpleModule("exactness") {
            @Override
            public void setupModule(SetupContext context) {
                context.addDeserializers(new ExactEnums());
                context.addDeserializers(new PatchFieldDeserializer.Finder());
            }
        };
    }

    private static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new IllegalArgumentException("not a time");
        }
        return LocalTime.parse(text);
    }
}
