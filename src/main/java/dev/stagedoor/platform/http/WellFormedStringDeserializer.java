package dev.stagedoor.platform.http;

import dev.stagedoor.platform.validation.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Takes JSON strings alone, and of these only what UTF-8 and PostgreSQL can hold. */
final class WellFormedStringDeserializer extends StdScalarDeserializer<String> {

    WellFormedStringDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        var text = parser.getString();
        return Text.isWellFormed(text)
                ? text
                : (String) context.handleWeirdStringValue(String.class, text, "NUL or lone surrogate");
    }
}
