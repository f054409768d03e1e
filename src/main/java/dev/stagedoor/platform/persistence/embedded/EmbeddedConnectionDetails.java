package dev.stagedoor.platform.persistence.embedded;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

@RequiredArgsConstructor
class EmbeddedConnectionDetails implements JdbcConnectionDetails {

    private final EmbeddedServer server;

    @Override
    public String getUsername() {
        return EmbeddedServer.USER;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl();
    }
}
