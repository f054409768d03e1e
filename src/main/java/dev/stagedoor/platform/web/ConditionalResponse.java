package dev.stagedoor.platform.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Creates responses for private resources, with a strong ETag and mandatory revalidation. */
@Component
@RequiredArgsConstructor
public class ConditionalResponse {

    private static final String REVALIDATE = "private, no-cache";

    private final EntityTags tags;

    /** Returns 200, or 304 if {@code If-None-Match} contains the tag. */
    public <T> ResponseEntity<Representation<T>> of(T body) {
        return of(tags.represent(body));
    }

    /** Does the same for a body that depends on {@code Accept-Language}. */
    public <T> ResponseEntity<Representation<T>> ofLocalized(T body) {
        var response = of(body);
        var headers = new HttpHeaders(response.getHeaders());
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        return new ResponseEntity<>(response.getBody(), headers, response.getStatusCode());
    }

    /** Does the same for an already serialized body. */
    public <T> ResponseEntity<Representation<T>> of(Representation<T> body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(body.tag())
                .body(body);
    }

    /** Returns 204 with the tag of the new representation. */
    public ResponseEntity<Void> noContent(Object representation) {
        return ResponseEntity.noContent().eTag(tags.of(representation)).build();
    }
}
