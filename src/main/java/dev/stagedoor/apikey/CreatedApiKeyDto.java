package dev.stagedoor.apikey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "The created API key. Only this response contains the key in plain text")
public record CreatedApiKeyDto(@JsonUnwrapped ApiKeyDto withoutKey, String key) {

    @Override
    public String toString() {
        return "CreatedApiKeyDto[" + withoutKey.id() + "]";
    }
}
