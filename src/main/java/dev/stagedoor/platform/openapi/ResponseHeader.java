package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springframework.http.HttpHeaders;

/** A header of good answers that clients may rely on. */
public enum ResponseHeader {
    /** With it, reading the same again is conditional, and so is writing. */
    ETAG(HttpHeaders.ETAG, "The strong entity tag of what stands now (RFC 9110)", "\"kU7vT1mR8qXcY2sLw0aZbQ\""),
    ASK_AGAIN(HttpHeaders.CACHE_CONTROL, "To be kept by nobody without asking again", "private, no-cache"),
    NO_STORE(HttpHeaders.CACHE_CONTROL, "Not to be kept", "no-store"),
    FIVE_MINUTES(HttpHeaders.CACHE_CONTROL, "To be kept for a moment, by anybody", "max-age=300, public"),
    /** Of what was made, so only beside 201. */
    LOCATION(HttpHeaders.LOCATION, "The path of what was made", "/favorites/a0000000-0000-4000-8000-000000000001"),
    FILE(HttpHeaders.CONTENT_DISPOSITION, "A name for the file", "attachment; filename=\"stagedoor-export.json\""),
    /** Beside JSON there is none. */
    CSV_FILE(
            HttpHeaders.CONTENT_DISPOSITION, "With CSV: a name for the file", "attachment; filename=\"favorites.csv\"");

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

    boolean isOf(String status) {
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
