package dev.stagedoor.support;

import dev.stagedoor.platform.security.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inserts companies, activities and favorites into the database. */
public final class Things {

    private final JdbcClient jdbc;

    Things(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID company() {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO companies.companies (id, name) VALUES (?, ?)")
                .params(id, "Company " + id)
                .update();
        return id;
    }

    public UUID activity() {
        return activity(company());
    }

    public UUID activity(UUID companyId) {
        return activity(companyId, "SLOT_BASED", "Activity");
    }

    public UUID activity(UUID companyId, String type, String title) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO activities.activities (id, company_id, type, title) VALUES (?, ?, ?, ?)")
                .params(id, companyId, type, title)
                .update();
        return id;
    }

    public List<UUID> activities(UUID companyId, int number) {
        return IntStream.range(0, number).mapToObj(each -> activity(companyId)).toList();
    }

    /** Inserts an API key with scopes that are separated by spaces. Its uses are not recorded. */
    public String apiKey(String scopes) {
        var id = UUID.randomUUID();
        var secret = new byte[32];
        ThreadLocalRandom.current().nextBytes(secret);
        jdbc.sql("""
                INSERT INTO access.api_keys (id, name, secret_digest, prefix, scopes, created_at, last_used_at)
                VALUES (?, 'Key', ?, 'sdk_', ?, now(), now() + interval '1 day')""").params(id, Sha256.sha256(secret), scopes).update();
        var bytes = ByteBuffer.allocate(48)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(secret);
        return "sdk_" + Base64.getUrlEncoder().encodeToString(bytes.array());
    }

    /** Inserts a favorite with its pending change of the statistics, like the service does. */
    public void favorite(UUID userId, UUID activityId, Instant createdAt) {
        jdbc.sql("""
                WITH inserted AS (
                    INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
                    VALUES (?, ?, ?) RETURNING activity_id, created_at)
                INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), 1, 0 FROM inserted""")
                .params(userId, activityId, createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
