-- Favorites of the past 89 days. The popularity of activities follows Zipf's law. Users save different numbers of
-- activities and prefer two companies. The traffic increases over time and on weekends.
CREATE TEMPORARY TABLE demo_wishes ON COMMIT DROP AS
WITH appeal AS (
    -- The most popular activities, by the number in the id. The order of the others is that of a hash.
    SELECT id AS activity_id,
           (right(company_id::text, 12)::integer - 1) AS company,
           created_at AS begun,
           row_number() OVER (
               ORDER BY array_position(
                   ARRAY[31, 1, 79, 54, 14, 40, 93, 66, 107, 21, 42, 82, 4, 119, 97],
                   right(id::text, 12)::integer
               ), md5(title)
           ) AS place
    FROM activities.activities
), people AS (
    SELECT id AS user_id,
           email,
           created_at AS joined,
           CASE WHEN email = 'mia@example.com' THEN 1 ELSE 0.1 + 2 * power(get_byte(dice, 0) / 256.0, 2) END AS zeal,
           ARRAY[get_byte(dice, 1) % 10, get_byte(dice, 2) % 10] AS tastes
    FROM users.users
    CROSS JOIN LATERAL (SELECT decode(md5('zeal of ' || email), 'hex') AS dice) AS chance
    WHERE role = 'PARTICIPANT' AND email <> 'oscar@example.com'
), wishes AS MATERIALIZED (
    SELECT fate, user_id, activity_id, joined, begun, day_share, hour_share, patience, luck < liking AS kept
    FROM people
    CROSS JOIN appeal
    CROSS JOIN LATERAL (SELECT md5(email || activity_id) AS fate) AS pair
    CROSS JOIN LATERAL (SELECT decode(fate, 'hex') AS dice) AS chance
    CROSS JOIN LATERAL (
        SELECT (get_byte(dice, 0) + get_byte(dice, 1) / 256.0) / 256.0 AS luck,
               (get_byte(dice, 2) + get_byte(dice, 3) / 256.0) / 256.0 AS day_share,
               (get_byte(dice, 4) + get_byte(dice, 5) / 256.0) / 256.0 AS hour_share,
               get_byte(dice, 6) AS patience
    ) AS shares
    CROSS JOIN LATERAL (
        SELECT 6.2 * zeal * CASE WHEN company = ANY (tastes) THEN 2.2 ELSE 0.7 END / (place + 1) AS warmth
    ) AS taste
    CROSS JOIN LATERAL (SELECT least(0.85, warmth) AS liking) AS bound
    WHERE luck < liking * 1.12
), days AS MATERIALIZED (
    -- Each day is a part of [0, 1) in proportion to its traffic. The current day counts in proportion to its elapsed time.
    SELECT ago,
           midnight,
           (sum(weight) OVER (ORDER BY ago) - weight) / sum(weight) OVER () AS share_from,
           sum(weight) OVER (ORDER BY ago) / sum(weight) OVER () AS share_to
    FROM generate_series(0, 88) AS past (ago)
    CROSS JOIN LATERAL (SELECT date_trunc('day', now(), 'UTC') - make_interval(days => ago) AS midnight) AS calendar
    CROSS JOIN LATERAL (
        SELECT (1 + (88 - ago) / 80.0)
               * CASE WHEN extract(isodow FROM midnight AT TIME ZONE 'UTC') >= 6 THEN 1.5 ELSE 1 END
               * (0.8 + get_byte(decode(md5('day ' || ago), 'hex'), 0) / 640.0)
               * CASE WHEN ago = 0 THEN extract(epoch FROM now() - midnight) / 86400 ELSE 1 END AS weight
    ) AS traffic
)
SELECT fate, user_id, activity_id, ago, wished_at, patience, kept
FROM wishes
JOIN days ON day_share >= share_from AND day_share < share_to
CROSS JOIN LATERAL (SELECT midnight + least(now() - midnight, interval '1 day') * hour_share AS wished_at) AS moment
WHERE wished_at > greatest(joined, begun);

INSERT INTO activities.user_activity_favorites (id, user_id, activity_id, created_at)
SELECT overlay(overlay(fate PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid, user_id, activity_id, wished_at
FROM demo_wishes
WHERE kept;

-- Favorites that were removed again, within three weeks.
INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
SELECT activity_id, today - ago, today - ago + patience % least(22, ago + 1)
FROM demo_wishes
CROSS JOIN (SELECT (now() AT TIME ZONE 'UTC')::date AS today) AS calendar
WHERE NOT kept
ORDER BY ago DESC, fate;

-- The statistics of these favorites.
INSERT INTO activities.favorite_days (activity_id, day, added, removed)
SELECT activity_id, day, sum(sum(added)) OVER (PARTITION BY activity_id ORDER BY day),
       sum(sum(removed)) OVER (PARTITION BY activity_id ORDER BY day)
FROM (SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, 1 AS added, 0 AS removed
      FROM activities.user_activity_favorites
      UNION ALL SELECT activity_id, favorited_on, 1, 0 FROM activities.favorite_removals
      UNION ALL SELECT activity_id, removed_on, 0, 1 FROM activities.favorite_removals) AS changes
GROUP BY activity_id, day;

INSERT INTO activities.favorite_counts (activity_id, number)
SELECT activity_id, count(*) FROM activities.user_activity_favorites GROUP BY activity_id;

INSERT INTO activities.favorite_company_days (company_id, day, added, removed)
SELECT a.company_id, d.day, sum(d.added), sum(d.removed)
FROM (SELECT activity_id, day, added - lag(added, 1, 0::bigint) OVER one AS added,
             removed - lag(removed, 1, 0::bigint) OVER one AS removed
      FROM activities.favorite_days WINDOW one AS (PARTITION BY activity_id ORDER BY day)) AS d
JOIN activities.activities a ON a.id = d.activity_id
GROUP BY a.company_id, d.day;
