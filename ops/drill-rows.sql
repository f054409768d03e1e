-- Writes a batch of rows like the service does: users with profiles, a company with activities, new and removed favorites with their
-- statistics, sessions, one-time tokens and emails. The variable batch is the number of the batch. A batch is one transaction.
BEGIN;

CREATE TEMPORARY TABLE new_users ON COMMIT DROP AS
SELECT gen_random_uuid() AS id, n FROM generate_series(1, 50) n;

INSERT INTO users.users (id, email, password_hash, first_name, last_name)
SELECT id, 'drill-' || :batch || '-' || n || '@example.invalid', '-', 'Drill', 'Number ' || n FROM new_users;

INSERT INTO users.user_profiles (user_id) SELECT id FROM new_users;

INSERT INTO access.sessions (user_id, family_digest, current_digest, created_at, last_used_at, expires_at)
SELECT id, sha256(id::text::bytea), sha256(('token ' || id)::bytea), now(), now(), now() + interval '30 days' FROM new_users;

INSERT INTO access.one_time_tokens (user_id, purpose, email, digest, created_at, expires_at)
SELECT id, 'RESET_PASSWORD', 'drill@example.com', sha256(('mailed ' || id)::bytea), now(), now() + interval '1 hour' FROM new_users WHERE n <= 10;

INSERT INTO platform.mails (kind, user_id, created_at, next_attempt_at)
SELECT 'PASSWORD_CHANGED', id, now(), now() FROM new_users WHERE n <= 5;

WITH company AS (INSERT INTO companies.companies (name) VALUES ('Drill ' || :batch) RETURNING id)
INSERT INTO activities.activities (company_id, title, type)
SELECT company.id, 'Drill ' || n, 'SERVICE' FROM company, generate_series(1, 20) n;

-- Removes every seventh favorite.
WITH existing AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM activities.user_activity_favorites),
removed AS (
    DELETE FROM activities.user_activity_favorites f USING existing
    WHERE existing.id = f.id AND existing.place % 7 = 0
    RETURNING f.activity_id, f.created_at),
logged AS (
    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
    SELECT activity_id, CAST(now() AT TIME ZONE 'UTC' AS date), 0, 1 FROM removed)
INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), CAST(now() AT TIME ZONE 'UTC' AS date) FROM removed;

WITH added AS (
    INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
    SELECT new_users.id, a.id, now() - new_users.n * interval '5 hours'
    FROM new_users, (SELECT id, row_number() OVER (ORDER BY id) AS n FROM activities.activities) a
    WHERE (new_users.n + a.n) % 5 = 0
    RETURNING activity_id, created_at)
INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), 1, 0 FROM added;

-- Rolls up the pending changes of the first batch. The changes of later batches stay pending.
CREATE TEMPORARY TABLE rolled_up ON COMMIT DROP AS
SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed
FROM activities.favorite_changes WHERE :batch = 1 GROUP BY activity_id, day;

INSERT INTO activities.favorite_days (activity_id, day, added, removed)
SELECT activity_id, day, sum(added) OVER one, sum(removed) OVER one FROM rolled_up
WINDOW one AS (PARTITION BY activity_id ORDER BY day);

INSERT INTO activities.favorite_counts (activity_id, number)
SELECT activity_id, sum(added - removed) FROM rolled_up GROUP BY activity_id;

INSERT INTO activities.favorite_company_days (company_id, day, added, removed)
SELECT a.company_id, rolled_up.day, sum(rolled_up.added), sum(rolled_up.removed)
FROM rolled_up JOIN activities.activities a ON a.id = rolled_up.activity_id GROUP BY a.company_id, rolled_up.day;

DELETE FROM activities.favorite_changes WHERE :batch = 1;

COMMIT;
