package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suspensions table. It distinguishes accounts that an admin deactivated from accounts that their owners deleted. */
@Repository
@RequiredArgsConstructor
class SuspensionRepository {

    private final JdbcClient jdbc;

    void add(UUID userId, Instant now) {
        jdbc.sql("INSERT INTO users.suspensions (user_id, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(userId, timestamp(now))
                .update();
    }

    void remove(UUID userId) {
        jdbc.sql("DELETE FROM users.suspensions WHERE user_id = ?")
                .param(userId)
                .update();
    }

    boolean contains(UUID userId) {
        return jdbc.sql("SELECT user_id FROM users.suspensions WHERE user_id = ?")
                .param(userId)
                .query(UUID.class)
                .optional()
                .isPresent();
    }
}
