SELECT nextval('bench_turns') AS turn \gset
WITH added AS (
    INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
    SELECT u.id, a.id, now()
    FROM (SELECT id FROM bench_users WHERE place = :turn % 100000 + 1) u,
         (SELECT id FROM bench_activities WHERE place = (:turn / 100000 + :turn) % :activities + 1) a
    ON CONFLICT DO NOTHING
    RETURNING activity_id, created_at)
INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), 1, 0 FROM added;
