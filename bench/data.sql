-- Creates :users users with profiles, and :favorites favorites of 5,000 activities of 200 companies over the last year. Each user
-- has the same number of favorites. The popularity of activities follows Zipf's law. Each of the first 200 users owns a company.
-- Ids are computed from their class (1 user, 2 company, 3 activity) and ordinal, so clients can derive them.
CREATE SCHEMA bench;
CREATE FUNCTION bench.id(class integer, ordinal bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN overlay(overlay(md5(class || ':' || ordinal) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid;

SELECT setseed(0.5) \g /dev/null
BEGIN;
SET LOCAL session_replication_role = replica; -- skips foreign key checks
SET LOCAL maintenance_work_mem = '256MB';
SET LOCAL work_mem = '64MB';

INSERT INTO users.users (id, email, phone, password_hash, first_name, last_name, is_organizer, email_verified, created_at, updated_at)
SELECT bench.id(1, n), 'user' || n || '@example.com', '+1' || lpad(n::text, 10, '0'), 'none', 'First' || n % 977,
       'Last' || n % 1009, n <= 200, n % 3 > 0, now() - n % 700 * interval '1 day', now() - n % 60 * interval '1 day'
FROM generate_series(1, :users) n;

INSERT INTO users.user_profiles (user_id, language, birth_date, timezone, currency, settings, push_enabled, email_enabled,
                                 languages, frameworks, experience_years, devices)
SELECT bench.id(1, n), (ARRAY['en', 'de', 'fr', 'es', 'pt-BR'])[1 + n % 5], date '1960-01-01' + n % 16000,
       (ARRAY['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'])[1 + n % 4], (ARRAY['USD', 'EUR', 'JPY'])[1 + n % 3],
       jsonb_build_object('theme', (ARRAY['dark', 'light'])[1 + n % 2], 'compact', n % 2 = 0, 'weekStart', n % 7), n % 4 > 0,
       n % 5 = 0, '[{"language": "TypeScript", "level": "Advanced"}, {"language": "Java", "level": "Intermediate"}]',
       '["Spring", "React"]', (ARRAY['0-2', '3-5', '6-10'])[1 + n % 3], '["laptop", "phone"]'
FROM generate_series(1, :users) n;

INSERT INTO companies.companies (id, name) SELECT bench.id(2, n), 'Company ' || n FROM generate_series(1, 200) n;
INSERT INTO companies.company_members (company_id, user_id, role)
SELECT bench.id(2, n), bench.id(1, n), 'OWNER' FROM generate_series(1, 200) n;

INSERT INTO activities.activities (id, company_id, title, type, image_url, created_at)
SELECT bench.id(3, n), bench.id(2, 1 + n % 200), 'Activity ' || n || ' of the season',
       CASE WHEN n % 3 = 0 THEN 'SERVICE' ELSE 'SLOT_BASED' END, 'https://images.example.com/' || n || '.jpg',
       now() - n % 400 * interval '1 day'
FROM generate_series(1, 5000) n;

-- Drops the indexes of the favorites before the load and recreates them afterwards.
CREATE TEMPORARY TABLE aside AS
SELECT 1 AS turn, format('ALTER TABLE activities.user_activity_favorites DROP CONSTRAINT %I', conname) AS drop,
       format('ALTER TABLE activities.user_activity_favorites ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS make
FROM pg_constraint WHERE conrelid = 'activities.user_activity_favorites'::regclass AND contype IN ('p', 'u')
UNION ALL
SELECT 2, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index WHERE indrelid = 'activities.user_activity_favorites'::regclass
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid);
SELECT drop FROM aside \gexec

-- A rank from 1 to 5000 with a uniformly distributed logarithm has a probability proportional to 1 / rank. Duplicates per user are
-- removed.
INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
SELECT bench.id(1, n), a.id, now() - random() * interval '365 days'
FROM generate_series(1, :users) n
CROSS JOIN LATERAL (
    SELECT rank FROM (SELECT draw, floor(power(5001, random() + 0 * n))::integer AS rank
                      FROM generate_series(1, 3 * (:favorites / :users)) draw) AS draws
    GROUP BY rank ORDER BY min(draw) LIMIT :favorites / :users) AS chosen
JOIN (SELECT bench.id(3, ordinal) AS id, ordinal FROM generate_series(1, 5000) ordinal) AS a ON a.ordinal = chosen.rank;

SELECT make FROM aside ORDER BY turn \gexec
COMMIT;
