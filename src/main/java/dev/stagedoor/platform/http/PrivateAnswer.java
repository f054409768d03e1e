package dev.stagedoor.platform.http;

import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answer form of a caller's own resource: with a strong ETag, to be kept by nobody without asking again. */
@Component
@RequiredArgsConstructor
public class PrivateAnswer {

    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    private final EntityTags tags;

    /** 200, or 304 where {@code If-None-Match} names the tag already. */
    public <T> ResponseEntity<T> of(T body) {
        return ResponseEntity.ok().cacheControl(ASK_AGAIN).eTag(tags.of(body)).body(body);
    }
}
