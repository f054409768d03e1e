-- What happens between two moments of the drill, as the service would write it: people with their profiles, a company with
-- activities, favorites that come and go, and what the figures need of them; sessions, one-time tokens and mails too.
-- The variable batch tells which time it is; all of it is one transaction.
BEGIN;

CREATE TEMPORARY TABLE people ON COMMIT DROP AS
SELECT gen_random_uuid() AS id, n FROM generate_series(1, 50) n;

INSERT INTO users.users (id, email, password_hash, first_name, last_name)
SELECT id, 'drill-' || :batch || '-' || n || '@example.invalid', '-', 'Drill', 'Number ' || n FROM people;

INSERT INTO users.user_profiles (user_id) SELECT id FROM people;

INSERT INTO access.sessions (user_id, family_digest, current_digest, created_at, last_used_at, expires_at)
SELECT id, sha256(id::text::bytea), sha256(('token ' || id)::bytea), now(), now(), now() + interval '30 days' FROM people;

INSERT INTO access.one_time_tokens (user_id, purpose, digest, created_at, expires_at)
SELECT id, 'RESET_PASSWORD', sha256(('mailed ' || id)::bytea), now(), now() + interval '1 hour' FROM people WHERE n <= 10;

INSERT INTO platform.mails (kind, user_id, created_at, next_attempt_at)
SELECT 'PASSWORD_CHANGED', id, now(), now() FROM people WHERE n <= 5;

WITH company AS (INSERT INTO companies.companies (name) VALUES ('Drill ' || :batch) RETURNING id)
INSERT INTO activities.activities (company_id, title, type)
SELECT company.id, 'Drill ' || n, 'SERVICE' FROM company, generate_series(1, 20) n;

-- Every seventh of those that stood is taken back.
WITH standing AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM activities.user_activity_favorites),
removed AS (
    DELETE FROM activities.user_activity_favorites f USING standing
    WHERE standing.id = f.id AND standing.place % 7 = 0
    RETURNING f.activity_id, f.created_at),
told AS (
    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
    SELECT activity_id, CAST(now() AT TIME ZONE 'UTC' AS date), 0, 1 FROM removed)
INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), CAST(now() AT TIME ZONE 'UTC' AS date) FROM removed;

WITH added AS (
    INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
    SELECT people.id, a.id, now() - people.n * interval '5 hours'
    FROM people, (SELECT id, row_number() OVER (ORDER BY id) AS n FROM activities.activities) a
    WHERE (people.n + a.n) % 5 = 0
    RETURNING activity_id, created_at)
INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), 1, 0 FROM added;

-- The first time, what waits is folded; later it waits on.
CREATE TEMPORARY TABLE folded ON COMMIT DROP AS
SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed
FROM activities.favorite_changes WHERE :batch = 1 GROUP BY activity_id, day;

INSERT INTO activities.favorite_days (activity_id, day, added, removed)
SELECT activity_id, day, sum(added) OVER one, sum(removed) OVER one FROM folded
WINDOW one AS (PARTITION BY activity_id ORDER BY day);

INSERT INTO activities.favorite_counts (activity_id, number)
SELECT activity_id, sum(added - removed) FROM folded GROUP BY activity_id;

INSERT INTO activities.favorite_company_days (company_id, day, added, removed)
SELECT a.company_id, folded.day, sum(folded.added), sum(folded.removed)
FROM folded JOIN activities.activities a ON a.id = folded.activity_id GROUP BY a.company_id, folded.day;

DELETE FROM activities.favorite_changes WHERE :batch = 1;

COMMIT;
