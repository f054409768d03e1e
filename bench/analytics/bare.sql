SELECT nextval('bench_turns') AS turn \gset
INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
SELECT u.id, a.id, now()
FROM (SELECT id FROM bench_users WHERE place = :turn % 100000 + 1) u,
     (SELECT id FROM bench_activities WHERE place = (:turn / 100000 + :turn) % :activities + 1) a
ON CONFLICT DO NOTHING;
