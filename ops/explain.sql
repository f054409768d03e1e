-- The most frequent statements of the service. A test compares them with the statements that the service executes; parameters are numbered
-- here. Parameter values are ids of existing rows. Emails and subjects are values that do not exist.
\set ON_ERROR_STOP on
\pset format unaligned
\pset tuples_only on
SET lock_timeout = '1s';
SET statement_timeout = '60s';
SET idle_in_transaction_session_timeout = '60s';

SELECT pg_is_in_recovery() AS standby,
       coalesce((SELECT user_id FROM activities.user_activity_favorites LIMIT 1), gen_random_uuid()) AS person,
       coalesce((SELECT activity_id FROM activities.favorite_counts ORDER BY number DESC, activity_id LIMIT 1),
                (SELECT id FROM activities.activities LIMIT 1), gen_random_uuid()) AS activity,
       coalesce((SELECT id FROM access.api_keys LIMIT 1), gen_random_uuid()) AS key
\gset
SELECT coalesce((SELECT id FROM access.sessions WHERE user_id = :'person' ORDER BY ended_at DESC NULLS FIRST LIMIT 1),
                gen_random_uuid()) AS session,
       coalesce((SELECT activity_id FROM activities.user_activity_favorites WHERE user_id = :'person' LIMIT 1),
                gen_random_uuid()) AS favorite,
       coalesce((SELECT created_at FROM activities.user_activity_favorites WHERE user_id = :'person'
                 ORDER BY created_at DESC OFFSET 20 LIMIT 1), now()) AS moment,
       coalesce((SELECT id FROM activities.activities a
                 WHERE NOT EXISTS (SELECT FROM activities.user_activity_favorites f
                                   WHERE f.user_id = :'person' AND f.activity_id = a.id) LIMIT 1), gen_random_uuid()) AS other,
       coalesce((SELECT company_id FROM activities.activities WHERE id = :'activity'), gen_random_uuid()) AS company,
       (SELECT coalesce(array_agg(DISTINCT activity_id), '{}')
        FROM (SELECT activity_id FROM activities.favorite_changes ORDER BY id LIMIT 5) oldest) AS waiting
\gset
SELECT coalesce((SELECT user_id FROM companies.company_members WHERE company_id = :'company' LIMIT 1), gen_random_uuid())
       AS member
\gset
SELECT coalesce(array_agg(activity_id), '{}') AS activities, coalesce(array_agg(day), '{}') AS days,
       coalesce(array_agg(added), '{}') AS added, coalesce(array_agg(removed), '{}') AS removed
FROM (SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed FROM activities.favorite_changes
      WHERE activity_id = ANY (:'waiting'::uuid[]) GROUP BY activity_id, day ORDER BY activity_id, day LIMIT 20) changes
\gset

BEGIN READ ONLY;

\echo '== caller, by access token'
PREPARE caller (uuid, uuid, timestamptz) AS
SELECT u.role = 'ADMIN' AS admin, s.expires_at, (SELECT hash_record_extended(ROW(
        u.id, u.email, u.email_verified, u.phone, u.phone_verified, u.first_name, u.last_name, u.role,
        u.is_organizer, u.created_at, u.updated_at,
        p.id, p.language, p.birth_date, p.timezone, p.currency, p.settings,
        p.notifications_enabled, p.push_enabled, p.email_enabled, p.updated_at,
        CAST((SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'role', m.role) ORDER BY c.name, c.id)
              FROM companies.company_members m JOIN companies.companies c ON c.id = m.company_id
              WHERE m.user_id = u.id) AS text)), 0) FROM users.user_profiles p WHERE p.user_id = u.id) AS revision
FROM access.sessions s JOIN users.users u ON u.id = s.user_id
WHERE s.id = $1 AND s.user_id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND u.is_active;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE caller (:'session', :'person', now());

\echo '== caller, by external token'
PREPARE identity (text) AS
SELECT u.id, u.role = 'ADMIN' AS admin, u.is_active, (SELECT hash_record_extended(ROW(
        u.id, u.email, u.email_verified, u.phone, u.phone_verified, u.first_name, u.last_name, u.role,
        u.is_organizer, u.created_at, u.updated_at,
        p.id, p.language, p.birth_date, p.timezone, p.currency, p.settings,
        p.notifications_enabled, p.push_enabled, p.email_enabled, p.updated_at,
        CAST((SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'role', m.role) ORDER BY c.name, c.id)
              FROM companies.company_members m JOIN companies.companies c ON c.id = m.company_id
              WHERE m.user_id = u.id) AS text)), 0) FROM users.user_profiles p WHERE p.user_id = u.id) AS revision FROM users.users u
WHERE u.better_auth_id = $1;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE identity ('nobody');

\echo '== caller, by API key'
PREPARE api_key (uuid, timestamptz) AS
SELECT * FROM access.api_keys
WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2);
EXPLAIN (ANALYZE, BUFFERS) EXECUTE api_key (:'key', now());

\echo '== sign-in: account by email'
PREPARE credentials (text) AS
SELECT id, CASE WHEN is_active THEN password_hash END AS hash FROM users.users WHERE email = $1;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE credentials ('nobody@example.invalid');

\echo '== current user and notification preferences'
PREPARE me (uuid) AS
SELECT u.id, u.email, u.email_verified, u.phone, u.phone_verified, u.first_name, u.last_name, u.role,
       u.is_organizer, u.created_at, GREATEST(u.updated_at, p.updated_at) AS updated_at,
       p.id AS profile_id, p.language, p.birth_date, p.timezone, p.currency, p.settings,
       p.notifications_enabled, p.push_enabled, p.email_enabled, p.updated_at AS profile_updated_at,
       (SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'role', m.role) ORDER BY c.name, c.id)
        FROM companies.company_members m JOIN companies.companies c ON c.id = m.company_id
        WHERE m.user_id = u.id) AS companies, hash_record_extended(ROW(
           u.id, u.email, u.email_verified, u.phone, u.phone_verified, u.first_name, u.last_name, u.role,
           u.is_organizer, u.created_at, u.updated_at,
           p.id, p.language, p.birth_date, p.timezone, p.currency, p.settings,
           p.notifications_enabled, p.push_enabled, p.email_enabled, p.updated_at,
           CAST((SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'role', m.role) ORDER BY c.name, c.id)
                 FROM companies.company_members m JOIN companies.companies c ON c.id = m.company_id
                 WHERE m.user_id = u.id) AS text)), 0) AS revision
FROM users.users u JOIN users.user_profiles p ON p.user_id = u.id
WHERE u.id = $1;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE me (:'person');

\echo '== favorites, first page'
PREPARE favorites (uuid, bigint) AS
SELECT f.id, f.created_at, a.id AS activity_id, a.title, a.type, a.image_url,
       c.id AS company_id, c.name AS company_name
FROM activities.user_activity_favorites f
JOIN activities.activities a ON a.id = f.activity_id
JOIN companies.companies c ON c.id = a.company_id
WHERE f.user_id = $1
ORDER BY f.created_at DESC, f.id DESC LIMIT $2;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE favorites (:'person', 21);

\echo '== favorites, next page'
PREPARE more_favorites (uuid, timestamptz, uuid, bigint) AS
SELECT f.id, f.created_at, a.id AS activity_id, a.title, a.type, a.image_url,
       c.id AS company_id, c.name AS company_name
FROM activities.user_activity_favorites f
JOIN activities.activities a ON a.id = f.activity_id
JOIN companies.companies c ON c.id = a.company_id
WHERE f.user_id = $1
AND (f.created_at, f.id) < ($2, $3) ORDER BY f.created_at DESC, f.id DESC LIMIT $4;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE more_favorites (:'person', :'moment', 'ffffffff-ffff-4fff-bfff-ffffffffffff', 21);

\echo '== favorites, filtered by activity'
PREPARE hearts (uuid, text[], bigint) AS
SELECT f.id, f.created_at, a.id AS activity_id, a.title, a.type, a.image_url,
       c.id AS company_id, c.name AS company_name
FROM activities.user_activity_favorites f
JOIN activities.activities a ON a.id = f.activity_id
JOIN companies.companies c ON c.id = a.company_id
WHERE f.user_id = $1
AND f.activity_id = ANY(CAST($2 AS uuid[])) ORDER BY f.created_at DESC, f.id DESC LIMIT $3;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE hearts (:'person', ARRAY [:'favorite', :'other'], 21);

\echo '== activities, newest first'
PREPARE newest (uuid, bigint) AS
SELECT a.id, a.title, a.type, a.image_url, a.created_at, a.favorites_count,
       c.id AS company_id, c.name AS company_name,
       EXISTS (SELECT 1 FROM activities.user_activity_favorites f
               WHERE f.user_id = CAST($1 AS uuid) AND f.activity_id = a.id) AS favorite
FROM (SELECT a.*, COALESCE((SELECT c.number FROM activities.favorite_counts c WHERE c.activity_id = a.id), 0)
+ COALESCE((SELECT sum(w.added - w.removed) FROM activities.favorite_changes w WHERE w.activity_id = a.id), 0) AS favorites_count FROM activities.activities a WHERE true ORDER BY a.created_at DESC, a.id DESC LIMIT $2) a JOIN companies.companies c ON c.id = a.company_id ORDER BY a.created_at DESC, a.id DESC;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE newest (:'person', 21);

\echo '== activities, by title'
PREPARE search (uuid, text, text, bigint) AS
SELECT a.id, a.title, a.type, a.image_url, a.created_at, a.favorites_count,
       c.id AS company_id, c.name AS company_name,
       EXISTS (SELECT 1 FROM activities.user_activity_favorites f
               WHERE f.user_id = CAST($1 AS uuid) AND f.activity_id = a.id) AS favorite
FROM (SELECT a.*, COALESCE((SELECT c.number FROM activities.favorite_counts c WHERE c.activity_id = a.id), 0)
+ COALESCE((SELECT sum(w.added - w.removed) FROM activities.favorite_changes w WHERE w.activity_id = a.id), 0) AS favorites_count FROM activities.activities a WHERE true AND a.title ILIKE $2 AND string_to_array(regexp_replace(lower(a.title), '(...)', E'\\1\001', 'g') || E'\001'
                || regexp_replace(substr(lower(a.title), 2), '(...)', E'\\1\001', 'g') || E'\001'
                || regexp_replace(substr(lower(a.title), 3), '(...)', E'\\1\001', 'g'), E'\001') @> string_to_array(lower($3), E'\001') ORDER BY a.created_at DESC, a.id DESC LIMIT $4) a JOIN companies.companies c ON c.id = a.company_id ORDER BY a.created_at DESC, a.id DESC;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE search (:'person', '%climb%', E'cli\001lim\001imb', 21);

\echo '== activities, most popular first'
PREPARE popular (uuid, bigint) AS
SELECT a.id, a.title, a.type, a.image_url, a.created_at, a.favorites_count,
       c.id AS company_id, c.name AS company_name,
       EXISTS (SELECT 1 FROM activities.user_activity_favorites f
               WHERE f.user_id = CAST($1 AS uuid) AND f.activity_id = a.id) AS favorite
FROM (SELECT * FROM ((SELECT a.*, COALESCE((SELECT c.number FROM activities.favorite_counts c WHERE c.activity_id = a.id), 0)
+ COALESCE((SELECT sum(w.added - w.removed) FROM activities.favorite_changes w WHERE w.activity_id = a.id), 0) AS favorites_count FROM activities.activities a
 WHERE a.id IN (SELECT w.activity_id FROM activities.favorite_changes w) )
UNION ALL
(SELECT a.*, c.number AS favorites_count
 FROM activities.favorite_counts c JOIN activities.activities a ON a.id = c.activity_id
 WHERE NOT EXISTS (SELECT FROM activities.favorite_changes w WHERE w.activity_id = c.activity_id)
   ORDER BY c.number DESC, c.activity_id LIMIT $2)
UNION ALL
(SELECT a.*, 0 AS favorites_count FROM activities.activities a
 WHERE NOT EXISTS (SELECT FROM activities.favorite_changes w WHERE w.activity_id = a.id)
   AND NOT EXISTS (SELECT FROM activities.favorite_counts c WHERE c.activity_id = a.id)
   ORDER BY a.id LIMIT $2)) a WHERE true ORDER BY a.favorites_count DESC, a.id LIMIT $2) a JOIN companies.companies c ON c.id = a.company_id ORDER BY a.favorites_count DESC, a.id;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE popular (:'person', 21);

\echo '== activity by id'
PREPARE activity (uuid, uuid) AS
SELECT a.id, a.title, a.type, a.image_url, a.created_at, a.favorites_count,
       c.id AS company_id, c.name AS company_name,
       EXISTS (SELECT 1 FROM activities.user_activity_favorites f
               WHERE f.user_id = CAST($1 AS uuid) AND f.activity_id = a.id) AS favorite
FROM (SELECT a.*, COALESCE((SELECT c.number FROM activities.favorite_counts c WHERE c.activity_id = a.id), 0)
+ COALESCE((SELECT sum(w.added - w.removed) FROM activities.favorite_changes w WHERE w.activity_id = a.id), 0) AS favorites_count FROM activities.activities a WHERE true AND a.id = $2) a JOIN companies.companies c ON c.id = a.company_id;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE activity (:'person', :'activity');

\echo '== company statistics, first page'
PREPARE figures (uuid, uuid, uuid, boolean, date, date, date, text, uuid, bigint, bigint) AS
WITH memberships AS (
    SELECT company_id FROM companies.company_members WHERE user_id = $1
    UNION ALL
    SELECT CAST($2 AS uuid) WHERE CAST($2 AS uuid) IS NOT NULL),
target AS (
    SELECT c.id FROM companies.companies c
    WHERE c.id = COALESCE(CAST($3 AS uuid),
                          (SELECT company_id FROM memberships WHERE (SELECT count(*) FROM memberships) = 1))
      AND ($4 OR c.id IN (SELECT company_id FROM memberships)))
,
standing AS (SELECT (SELECT concat_ws(' ', f.xmin, count(*), sum(CAST(CAST(a.xmin AS text) AS bigint)))
     FROM activities.favorite_folding f, activities.activities a
     WHERE a.company_id = target.id
       AND NOT EXISTS (SELECT FROM activities.favorite_changes c JOIN activities.activities changed
                       ON changed.id = c.activity_id WHERE changed.company_id = target.id)
     GROUP BY f.xmin) AS version FROM target),
figures AS (
    SELECT a.id, a.title, a.type, COALESCE(latest.added - latest.removed, 0) + pending.number AS number,
           COALESCE(at_end.added, 0) - COALESCE(at_start.added, 0) + pending.added AS added,
           COALESCE(at_end.removed, 0) - COALESCE(at_start.removed, 0) + pending.removed AS removed,
           pending.previous_added, pending.previous_removed
    FROM target JOIN activities.activities a ON a.company_id = target.id
    LEFT JOIN LATERAL (
        SELECT day, added, removed FROM activities.favorite_days
        WHERE activity_id = a.id ORDER BY day DESC LIMIT 1) latest ON true
    LEFT JOIN LATERAL (
        SELECT latest.added, latest.removed WHERE latest.day <= $6
        UNION ALL
        (SELECT added, removed FROM activities.favorite_days
         WHERE latest.day > $6 AND activity_id = a.id AND day <= $6 ORDER BY day DESC LIMIT 1)) at_end ON true
    LEFT JOIN LATERAL (
        SELECT added, removed FROM activities.favorite_days
        WHERE activity_id = a.id AND day < $5 ORDER BY day DESC LIMIT 1) at_start ON true
    CROSS JOIN LATERAL (
        SELECT COALESCE(sum(c.added - c.removed), 0) AS number,
               COALESCE(sum(c.added) FILTER (WHERE c.day BETWEEN $5 AND $6), 0) AS added,
               COALESCE(sum(c.removed) FILTER (WHERE c.day BETWEEN $5 AND $6), 0) AS removed,
               COALESCE(sum(c.added) FILTER (WHERE c.day >= $7 AND c.day < $5), 0)
                   AS previous_added,
               COALESCE(sum(c.removed) FILTER (WHERE c.day >= $7 AND c.day < $5), 0)
                   AS previous_removed
        FROM activities.favorite_changes c WHERE c.activity_id = a.id) pending),
previous AS (
    SELECT d.added, d.removed
    FROM target JOIN activities.favorite_company_days d ON d.company_id = target.id
    WHERE d.day >= $7 AND d.day < $5
    UNION ALL
    SELECT previous_added, previous_removed FROM figures),
company AS (
    SELECT (SELECT id FROM target) AS company_id, (SELECT count(*) FROM memberships) AS memberships,
           COALESCE(sum(number), 0) AS number, COALESCE(sum(added), 0) AS added,
           COALESCE(sum(removed), 0) AS removed,
           (SELECT COALESCE(sum(added), 0) FROM previous) AS previous_added,
           (SELECT COALESCE(sum(removed), 0) FROM previous) AS previous_removed
    FROM figures),
page AS (
    SELECT * FROM figures
    WHERE (CAST($8 AS text) IS NULL OR type = $8)
      AND (CAST($9 AS uuid) IS NULL OR number < $10 OR number = $10 AND id > $9)
    ORDER BY number DESC, id LIMIT $11)
SELECT company.company_id, company.memberships, (SELECT version FROM standing) AS version, company.number AS total, company.added AS total_added,
       company.removed AS total_removed, company.previous_added, company.previous_removed,
       page.id, page.title, page.type, page.number, page.added, page.removed
FROM company LEFT JOIN page ON true ORDER BY page.number DESC, page.id;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE figures (:'member', NULL, :'company', false, CURRENT_DATE - 29, CURRENT_DATE, CURRENT_DATE - 59, NULL, NULL, 0, 51);

\echo '== company timeline, by day'
PREPARE timeline (uuid, uuid, uuid, boolean, uuid, date, date, text) AS
WITH memberships AS (
    SELECT company_id FROM companies.company_members WHERE user_id = $1
    UNION ALL
    SELECT CAST($2 AS uuid) WHERE CAST($2 AS uuid) IS NOT NULL),
target AS (
    SELECT c.id FROM companies.companies c
    WHERE c.id = COALESCE(CAST($3 AS uuid),
                          (SELECT company_id FROM memberships WHERE (SELECT count(*) FROM memberships) = 1))
      AND ($4 OR c.id IN (SELECT company_id FROM memberships)))
, chosen AS (
    SELECT a.id FROM target JOIN activities.activities a ON a.company_id = target.id
    WHERE CAST($5 AS uuid) IS NULL OR a.id = CAST($5 AS uuid)),
changes AS (
    SELECT d.day, d.added, d.removed
    FROM target JOIN activities.favorite_company_days d ON d.company_id = target.id
    WHERE d.day BETWEEN $6 AND $7
    UNION ALL
    SELECT NULL,
           (SELECT COALESCE(sum(c.number), 0)
            FROM chosen JOIN activities.favorite_counts c ON c.activity_id = chosen.id)
           - (SELECT COALESCE(sum(d.added - d.removed), 0)
              FROM target JOIN activities.favorite_company_days d ON d.company_id = target.id
              WHERE d.day >= $6), 0
    UNION ALL
    SELECT c.day, c.added, c.removed
    FROM chosen JOIN activities.favorite_changes c ON c.activity_id = chosen.id WHERE c.day <= $7),
sums AS (
    SELECT CASE WHEN day >= $6
                THEN CAST(date_trunc($8, CAST(day AS timestamp)) AS date) END AS date,
           sum(added) AS added, sum(removed) AS removed
    FROM changes GROUP BY 1),
points AS (
    SELECT CAST(moment AS date) AS date
    FROM generate_series(date_trunc($8, CAST($6 AS timestamp)), CAST($7 AS timestamp),
                         CAST('1 ' || $8 AS interval)) AS moment)
SELECT (SELECT id FROM target) AS company_id, (SELECT count(*) FROM memberships) AS memberships,
       (SELECT count(*) FROM chosen) AS activities, points.date,
       COALESCE(sums.added, 0) AS added, COALESCE(sums.removed, 0) AS removed,
       COALESCE((SELECT added - removed FROM sums WHERE date IS NULL), 0)
       + sum(COALESCE(sums.added, 0) - COALESCE(sums.removed, 0)) OVER (ORDER BY points.date) AS number
FROM points LEFT JOIN sums ON sums.date = points.date ORDER BY points.date;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE timeline (:'member', NULL, :'company', false, NULL, CURRENT_DATE - 29, CURRENT_DATE, 'day');

COMMIT;

-- Writes, which a standby cannot execute. Each is rolled back.
\if :standby
\echo '== standby: writes are skipped'
\else

BEGIN;
\echo '== save a favorite'
PREPARE save (uuid, uuid, uuid, timestamptz, bigint) AS
WITH target AS (
    SELECT a.id AS activity_id, a.title, a.type, a.image_url, c.id AS company_id, c.name AS company_name
    FROM activities.activities a JOIN companies.companies c ON c.id = a.company_id
    WHERE a.id = $1),
held AS (SELECT count(*) AS number FROM activities.user_activity_favorites WHERE user_id = $2),
added AS (
    INSERT INTO activities.user_activity_favorites (id, user_id, activity_id, created_at)
    SELECT $3, $2, activity_id, $4 FROM target, held WHERE held.number < $5
    ON CONFLICT (user_id, activity_id) DO NOTHING
    RETURNING id, activity_id, created_at),
told AS (
    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
    SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), 1, 0 FROM added)
SELECT COALESCE(added.id, f.id) AS id, COALESCE(added.created_at, f.created_at) AS created_at,
       target.*, added.id IS NOT NULL AS is_new, held.number >= $5 AS is_full
FROM target CROSS JOIN held LEFT JOIN added ON true
LEFT JOIN activities.user_activity_favorites f
    ON f.user_id = $2 AND f.activity_id = target.activity_id;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE save (:'other', :'person', gen_random_uuid(), now(), 4000);
ROLLBACK;

BEGIN;
\echo '== remove a favorite'
PREPARE remove (uuid, uuid, date) AS
WITH activity AS (SELECT id FROM activities.activities WHERE id = $1 FOR KEY SHARE),
removed AS (
    DELETE FROM activities.user_activity_favorites f USING activity
    WHERE f.user_id = $2 AND f.activity_id = activity.id
    RETURNING f.activity_id, f.created_at),
told AS (
    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
    SELECT activity_id, $3, 0, 1 FROM removed)
INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), $3 FROM removed;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE remove (:'favorite', :'person', CURRENT_DATE);
ROLLBACK;

BEGIN;
\echo '== update notification preferences'
PREPARE change_preferences (boolean, boolean, boolean, timestamptz, uuid) AS
UPDATE users.user_profiles
SET notifications_enabled = COALESCE($1, notifications_enabled),
    push_enabled = COALESCE($2, push_enabled),
    email_enabled = COALESCE($3, email_enabled),
    updated_at = $4
WHERE user_id = $5
RETURNING notifications_enabled, push_enabled, email_enabled, updated_at;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE change_preferences (NULL, true, NULL, now(), :'person');
ROLLBACK;

BEGIN;
\echo '== sign-in: new session'
PREPARE open_session (timestamptz, uuid, text, uuid, bytea, integer, bytea, text, timestamptz) AS
WITH sign_in AS (
    UPDATE users.users SET last_login_at = $1
    WHERE id = $2 AND is_active
      AND (CAST($3 AS text) IS NULL OR password_hash = CAST($3 AS text))
    RETURNING id)
INSERT INTO access.sessions (id, user_id, family_digest, generation, current_digest, user_agent,
                             created_at, last_used_at, expires_at)
SELECT $4, id, $5, $6, $7, $8, $1, $1, $9 FROM sign_in;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE open_session (now(), :'person', NULL, gen_random_uuid(), sha256('nobody'), 0, sha256('nobody'), NULL, now());
ROLLBACK;

BEGIN;
\echo '== refresh a session'
PREPARE rotate (bytea, timestamptz, timestamptz, bytea, bytea) AS
UPDATE access.sessions s
SET previous_digest = s.current_digest, current_digest = $1, generation = s.generation + 1,
    rotated_at = $2, last_used_at = $2, expires_at = $3
FROM users.users u
WHERE s.family_digest = $4 AND s.current_digest = $5
  AND s.ended_at IS NULL AND s.expires_at > $2 AND u.id = s.user_id AND u.is_active
RETURNING s.id, s.user_id;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE rotate (sha256('nobody'), now(), now(), sha256('nobody'), sha256('nobody'));
ROLLBACK;

BEGIN;
\echo '== rollup: pending changes'
PREPARE waiting (bigint) AS
SELECT activity_id, max(id) AS last
FROM (SELECT id, activity_id FROM activities.favorite_changes ORDER BY id LIMIT $1) oldest
GROUP BY activity_id;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE waiting (20000);
ROLLBACK;

BEGIN;
\echo '== rollup: lock activities'
PREPARE hold (text[]) AS
SELECT id FROM activities.activities WHERE id = ANY(CAST($1 AS uuid[])) ORDER BY id FOR KEY SHARE;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE hold (:'waiting'::text[]);
ROLLBACK;

BEGIN;
\echo '== rollup: delete pending changes'
PREPARE take (text[], bigint) AS
WITH taken AS (
    DELETE FROM activities.favorite_changes
    WHERE activity_id = ANY(CAST($1 AS uuid[])) AND id <= $2
    RETURNING activity_id, day, added, removed)
SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed
FROM taken GROUP BY activity_id, day ORDER BY activity_id, day;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE take (:'waiting'::text[], 20000);
ROLLBACK;

BEGIN;
\echo '== rollup: new days'
PREPARE fold_new_days (text[], text[], text[], text[]) AS
INSERT INTO activities.favorite_days (activity_id, day, added, removed)
SELECT change.activity_id, change.day, COALESCE(before.added, 0), COALESCE(before.removed, 0)
FROM unnest(CAST($1 AS uuid[]), CAST($2 AS date[]), CAST($3 AS bigint[]),
       CAST($4 AS bigint[])) AS change (activity_id, day, added, removed)
LEFT JOIN LATERAL (
    SELECT added, removed FROM activities.favorite_days d
    WHERE d.activity_id = change.activity_id AND d.day < change.day
    ORDER BY d.day DESC LIMIT 1) before ON true
ON CONFLICT DO NOTHING;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE fold_new_days (:'activities'::text[], :'days'::text[], :'added'::text[], :'removed'::text[]);
ROLLBACK;

BEGIN;
\echo '== rollup: days'
PREPARE fold_days (text[], text[], text[], text[]) AS
INSERT INTO activities.favorite_days AS d (activity_id, day, added, removed)
SELECT change.activity_id, later.day, sum(change.added), sum(change.removed)
FROM unnest(CAST($1 AS uuid[]), CAST($2 AS date[]), CAST($3 AS bigint[]),
       CAST($4 AS bigint[])) AS change (activity_id, day, added, removed) CROSS JOIN LATERAL (
    SELECT day FROM activities.favorite_days
    WHERE activity_id = change.activity_id AND day >= change.day OFFSET 0) later
GROUP BY change.activity_id, later.day
ON CONFLICT (activity_id, day)
DO UPDATE SET added = d.added + excluded.added, removed = d.removed + excluded.removed;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE fold_days (:'activities'::text[], :'days'::text[], :'added'::text[], :'removed'::text[]);
ROLLBACK;

BEGIN;
\echo '== rollup: counts'
PREPARE fold_counts (text[], text[], text[], text[]) AS
INSERT INTO activities.favorite_counts AS c (activity_id, number)
SELECT change.activity_id, sum(change.added - change.removed)
FROM unnest(CAST($1 AS uuid[]), CAST($2 AS date[]), CAST($3 AS bigint[]),
       CAST($4 AS bigint[])) AS change (activity_id, day, added, removed) GROUP BY change.activity_id
ON CONFLICT (activity_id) DO UPDATE SET number = c.number + excluded.number;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE fold_counts (:'activities'::text[], :'days'::text[], :'added'::text[], :'removed'::text[]);
ROLLBACK;

BEGIN;
\echo '== rollup: company days'
PREPARE fold_company_days (text[], text[], text[], text[]) AS
INSERT INTO activities.favorite_company_days AS c (company_id, day, added, removed)
SELECT a.company_id, change.day, sum(change.added), sum(change.removed)
FROM unnest(CAST($1 AS uuid[]), CAST($2 AS date[]), CAST($3 AS bigint[]),
       CAST($4 AS bigint[])) AS change (activity_id, day, added, removed) JOIN activities.activities a ON a.id = change.activity_id
GROUP BY a.company_id, change.day
ON CONFLICT (company_id, day)
DO UPDATE SET added = c.added + excluded.added, removed = c.removed + excluded.removed;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE fold_company_days (:'activities'::text[], :'days'::text[], :'added'::text[], :'removed'::text[]);
ROLLBACK;
\endif
