package dev.stagedoor.platform.persistence;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.StringUtils;

/** Migrations take as long as they take, so they do not share the pool and its time-outs. */
@RequiredArgsConstructor
final class MigrationConnection implements FlywayConnectionDetails {

    /** The server's detail lines quote values. */
    private static final String WITHOUT_DETAIL = "logServerErrorDetail=false";

    private final FlywayProperties flyway;
    private final JdbcConnectionDetails service;

    @Override
    public String getJdbcUrl() {
        var url = given(flyway.getUrl(), service.getJdbcUrl());
        return url + (url.contains("?") ? "&" : "?") + WITHOUT_DETAIL;
    }

    @Override
    public String getUsername() {
        return given(flyway.getUser(), service.getUsername());
    }

    @Override
    public String getPassword() {
        return given(flyway.getPassword(), service.getPassword());
    }

    private static String given(String own, String shared) {
        return StringUtils.hasText(own) ? own : shared;
    }
}
