package dev.stagedoor.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * What the pool fills itself from. A database that was there and is away is asked several times a second until it is
 * back; the pool alone would come to pause for five seconds. At the start nothing is waited for.
 */
@Slf4j
final class ReconnectingDataSource extends DelegatingDataSource {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private volatile boolean wasThere;

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
        for (var isAway = false; ; isAway = true) {
            try {
                var connection = connector.connect();
                wasThere = true;
                if (isAway) {
                    log.info("The database is back");
                }
                return connection;
            } catch (SQLException failure) {
                if (!wasThere || !SqlStates.isOutOfReach(failure)) {
                    throw failure;
                }
                if (!isAway) {
                    log.warn("The database is away: {}", failure.getMessage());
                }
                pause(failure);
            }
        }
    }

    /** The pool interrupts who waits when it is closed. */
    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private interface Connector {

        Connection connect() throws SQLException;
    }
}
