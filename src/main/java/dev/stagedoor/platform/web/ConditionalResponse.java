package dev.stagedoor.platform.web;

import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answer form of a caller's own resource: with a strong ETag, to be kept by nobody without asking again. */
@Component
@RequiredArgsConstructor
public class ConditionalResponse {

    private static final String ASK_AGAIN = "private, no-cache";

    private final EntityTags tags;

    /** 200, or 304 where {@code If-None-Match} names the tag already. */
    public <T> ResponseEntity<Representation<T>> of(T body) {
        return of(tags.represent(body));
    }

    /** The same of what is written already. */
    public <T> ResponseEntity<Representation<T>> of(Representation<T> body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(body.tag())
                .body(body);
    }
}
