package dev.stagedoor.platform.persistence;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.StringUtils;

/** Migrations use their own connection, because the timeouts of the pool could interrupt them. */
@RequiredArgsConstructor
final class MigrationConnection implements FlywayConnectionDetails {

    /** Error details contain column values. */
    private static final String WITHOUT_DETAIL = "logServerErrorDetail=false";

    private final FlywayProperties flyway;
    private final JdbcConnectionDetails service;

    @Override
    public String getJdbcUrl() {
        var url = firstNonBlank(flyway.getUrl(), service.getJdbcUrl());
        return url + (url.contains("?") ? "&" : "?") + WITHOUT_DETAIL;
    }

    @Override
    public String getUsername() {
        return firstNonBlank(flyway.getUser(), service.getUsername());
    }

    @Override
    public String getPassword() {
        return firstNonBlank(flyway.getPassword(), service.getPassword());
    }

    private static String firstNonBlank(@Nullable String own, @Nullable String fallback) {
        return StringUtils.hasText(own) ? own : Objects.requireNonNullElse(fallback, "");
    }
}
