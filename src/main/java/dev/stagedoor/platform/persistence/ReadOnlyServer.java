package dev.stagedoor.platform.persistence;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Evicts connections to a read-only server, because a failover may have made another server the primary. */
public final class ReadOnlyServer implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return SqlStates.isReadOnly(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
