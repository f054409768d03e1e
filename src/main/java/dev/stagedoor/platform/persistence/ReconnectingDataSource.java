package dev.stagedoor.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Opens the connections of the pool. After a connection loss, retries every 250 ms; the pool itself would wait up to 5 s.
 * Does not retry before the first successful connection, so that a misconfigured service fails at startup.
 */
@Slf4j
final class ReconnectingDataSource extends DelegatingDataSource {

    private static final Duration RETRY_INTERVAL = Duration.ofMillis(250);

    private volatile boolean hasConnected;

    ReconnectingDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(super::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return connect(() -> super.getConnection(username, password));
    }

    private Connection connect(Connector connector) throws SQLException {
        for (var isUnreachable = false; ; isUnreachable = true) {
            try {
                var connection = connector.connect();
                if (!hasConnected) {
                    DatabaseEncoding.requireUtf8(connection);
                }
                hasConnected = true;
                if (isUnreachable) {
                    log.info("The database is reachable again");
                }
                return connection;
            } catch (SQLException failure) {
                if (!hasConnected || !SqlStates.isUnavailable(failure)) {
                    throw failure;
                }
                if (!isUnreachable) {
                    log.warn("The database is unreachable: {}", failure.getMessage());
                }
                pause(failure);
            }
        }
    }

    /** The pool interrupts waiting threads when it is closed. */
    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(RETRY_INTERVAL.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private interface Connector {

        Connection connect() throws SQLException;
    }
}
