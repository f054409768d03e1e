package dev.stagedoor.platform.web.strict;

import dev.stagedoor.platform.validation.TextRules;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Deserializes a value from a JSON string that UTF-8 and PostgreSQL can represent. Rejects other JSON types. */
class TextDeserializer<T> extends StdScalarDeserializer<T> {

    private static final Pattern CREDENTIAL = Pattern.compile("(?:[Pp]assword|[Tt]oken)$");

    private final transient Function<String, T> parser;

    /** The parser throws an exception that {@link #parse} catches if the text is malformed. */
    TextDeserializer(Class<T> type, Function<String, T> parser) {
        super(type);
        this.parser = parser;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(getValueType(context), json);
        }
        var text = json.getString();
        if (!TextRules.isWellFormed(text)) {
            return (T) context.handleWeirdStringValue(handledType(), text, "NUL or lone surrogate");
        }
        return parse(text, context);
    }

    /** Passwords and tokens are not normalized. */
    static TextDeserializer<String> ofText() {
        return new TextDeserializer<>(String.class, TextRules::normalized) {
            @Override
            public ValueDeserializer<?> createContextual(
                    DeserializationContext context, @Nullable BeanProperty property) {
                return property != null
                                && CREDENTIAL.matcher(property.getName()).find()
                        ? new TextDeserializer<>(String.class, text -> text)
                        : this;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private T parse(String text, DeserializationContext context) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return (T) context.handleWeirdStringValue(handledType(), text, "wrong type");
        }
    }
}
