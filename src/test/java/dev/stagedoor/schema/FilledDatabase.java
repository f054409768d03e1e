package dev.stagedoor.schema;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with 50,000 users, 10,000 activities of 2,000 companies, and 200,000 favorites, 2,000 of them of one user. */
public final class FilledDatabase {

    private static final List<String> ROWS = List.of("""
            INSERT INTO users.users (id, email, phone, password_hash, first_name, last_name, role, is_active, created_at)
            SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'p' || n || '@example.com',
                   CASE WHEN n % 2 = 1 THEN '+49' || lpad(n::text, 8, '0') END, '-', 'Mia', 'Lindqvist',
                   CASE WHEN n % 1000 = 0 THEN 'ADMIN' ELSE 'PARTICIPANT' END, n % 100 <> 1,
                   now() - n * interval '1 minute'
            FROM generate_series(1, 50000) n""", """
            INSERT INTO users.user_profiles (user_id) SELECT id FROM users.users ON CONFLICT DO NOTHING""", """
            INSERT INTO companies.companies (name) SELECT 'Company ' || n FROM generate_series(1, 2000) n""", """
            INSERT INTO activities.activities (company_id, title, type, created_at)
            SELECT id, 'Activity ' || md5(name || n), 'SERVICE', now() - random() * interval '1 year'
            FROM companies.companies, generate_series(1, 5) n""", """
            INSERT INTO companies.company_members (company_id, user_id, role)
            SELECT c.id, u.id, 'ANALYST'
            FROM (SELECT id, row_number() OVER () AS place FROM companies.companies) c
            JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM users.users) u
                ON u.place % 2000 + 1 = c.place AND u.place <= 20000""", """
            INSERT INTO access.sessions (user_id, family_digest, current_digest, created_at, last_used_at, expires_at)
            SELECT id, sha256(email::bytea), '', now(), now(), now() + interval '30 days' FROM users.users""", """
            WITH numbered AS (SELECT id, row_number() OVER () - 1 AS place FROM activities.activities)
            INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
            SELECT ('00000000-0000-4000-8000-' || lpad(person::text, 12, '0'))::uuid, numbered.id,
                   now() - random() * interval '1 year'
            FROM (SELECT 1 AS person, n AS place FROM generate_series(0, 1999) n
                  UNION ALL
                  SELECT 2 + n % 49500, (n * 7 + n / 49500) % 10000 FROM generate_series(0, 197999) n) saved
            JOIN numbered USING (place)
            ON CONFLICT DO NOTHING""", """
            INSERT INTO activities.favorite_days (activity_id, day, added, removed)
            SELECT activity_id, CAST(created_at AS date), row_number() OVER (PARTITION BY activity_id), 0
            FROM activities.user_activity_favorites ON CONFLICT DO NOTHING""", """
            INSERT INTO activities.favorite_company_days (company_id, day, added, removed)
            SELECT a.company_id, CAST(f.created_at AS date), count(*), 0
            FROM activities.user_activity_favorites f JOIN activities.activities a ON a.id = f.activity_id
            GROUP BY 1, 2""", """
            INSERT INTO activities.favorite_counts (activity_id, number)
            SELECT activity_id, count(*) FROM activities.user_activity_favorites GROUP BY activity_id""", """
            INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
            SELECT id, CURRENT_DATE, 1, 0 FROM activities.activities ORDER BY id LIMIT 5000""");

    private FilledDatabase() {}

    static JdbcClient fresh() {
        return filled(MigratedDatabase.fresh());
    }

    /** Inserts the rows into a migrated, empty database. */
    public static JdbcClient filled(JdbcClient jdbc) {
        ROWS.forEach(rows -> jdbc.sql(rows).update());
        jdbc.sql("ANALYZE").update();
        return jdbc;
    }
}
