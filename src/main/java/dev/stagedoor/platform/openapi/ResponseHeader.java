package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springframework.http.HttpHeaders;

/** The documented headers of successful responses. */
public enum ResponseHeader {
    /** With {@link #ASK_AGAIN}, documented for all operations that return a {@code Representation}. */
    ETAG(HttpHeaders.ETAG, "The strong entity tag of the current state (RFC 9110)", "\"kU7vT1mR8qXcY2sLw0aZbQ\""),
    ASK_AGAIN(HttpHeaders.CACHE_CONTROL, "Private. Caches must revalidate.", "private, no-cache"),
    NO_STORE(HttpHeaders.CACHE_CONTROL, "The response must not be cached", "no-store"),
    FIVE_MINUTES(HttpHeaders.CACHE_CONTROL, "Public. Fresh for 5 minutes.", "max-age=300, public"),
    /** Only with status 201. */
    LOCATION(
            HttpHeaders.LOCATION,
            "The path of the created resource",
            "/favorites/a0000000-0000-4000-8000-000000000001"),
    FILE(HttpHeaders.CONTENT_DISPOSITION, "The file name", "attachment; filename=\"stagedoor-export.json\""),
    /** Absent from JSON responses. */
    CSV_FILE(
            HttpHeaders.CONTENT_DISPOSITION, "The file name. Only with CSV.", "attachment; filename=\"favorites.csv\"");

    private final String field;
    private final String description;
    private final String example;

    ResponseHeader(String field, String description, String example) {
        this.field = field;
        this.description = description;
        this.example = example;
    }

    String field() {
        return field;
    }

    boolean appliesTo(String status) {
        return this == LOCATION ? status.equals("201") : status.startsWith("2");
    }

    Header document() {
        return new Header()
                .description(description)
                .required(this != CSV_FILE)
                .schema(new StringSchema())
                .example(example);
    }
}
