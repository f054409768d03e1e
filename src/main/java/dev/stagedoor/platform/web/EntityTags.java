package dev.stagedoor.platform.web;

import dev.stagedoor.platform.security.Sha256;
import java.util.Arrays;
import java.util.Base64;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Strong entity tags (RFC 9110, 8.8.3): the digest of the representation. Equal tags mean equal bytes. */
@Component
@RequiredArgsConstructor
public class EntityTags {

    private static final int BYTES = 16;

    private final JsonMapper json;

    /** Returns the tag of a body, including the quotes. */
    public String of(Object body) {
        return tag(json.writeValueAsBytes(body));
    }

    /** Serializes a body and computes its tag. */
    public <T> Representation<T> represent(T body) {
        var bytes = json.writeValueAsBytes(body);
        return new Representation<>(body, bytes, tag(bytes));
    }

    private static String tag(byte[] bytes) {
        var digest = Arrays.copyOf(Sha256.sha256(bytes), BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
    }
}
