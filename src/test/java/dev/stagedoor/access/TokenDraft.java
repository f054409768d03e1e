package dev.stagedoor.access;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A modified copy of a token's header and claims. */
record TokenDraft(Map<String, Object> header, Map<String, Object> claims) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    static TokenDraft like(String token) {
        var parts = token.split("\\.");
        return new TokenDraft(JSON.readValue(decode(parts[0]), OBJECT), JSON.readValue(decode(parts[1]), OBJECT));
    }

    /** Sets a header parameter. Null is written as JSON null. */
    TokenDraft header(String name, Object value) {
        return new TokenDraft(with(header, name, value), claims);
    }

    TokenDraft withoutHeader(String name) {
        return new TokenDraft(without(header, name), claims);
    }

    /** Sets a claim. Null is written as JSON null. */
    TokenDraft claim(String name, Object value) {
        return new TokenDraft(header, with(claims, name, value));
    }

    TokenDraft withoutClaim(String name) {
        return new TokenDraft(header, without(claims, name));
    }

    String signed(TokenSigner signer) {
        return compact(headerJson(), claimsJson(), signer);
    }

    String headerJson() {
        return JSON.writeValueAsString(header);
    }

    String claimsJson() {
        return JSON.writeValueAsString(claims);
    }

    /** Encodes header and claims from arbitrary texts. */
    static String compact(String header, String payload, TokenSigner signer) {
        return compactOf(encode(header), encode(payload), signer);
    }

    /** Joins encoded parts without validating them. */
    static String compactOf(String header, String payload, TokenSigner signer) {
        var input = header + "." + payload;
        try {
            return input + "." + Base64URL.encode(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException exception) {
            throw new AssertionError(exception);
        }
    }

    static String encode(String text) {
        return Base64URL.encode(text).toString();
    }

    private static byte[] decode(String part) {
        return Base64URL.from(part).decode();
    }

    private static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
        var changed = new LinkedHashMap<>(object);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> object, String name) {
        var changed = new LinkedHashMap<>(object);
        changed.remove(name);
        return changed;
    }
}
