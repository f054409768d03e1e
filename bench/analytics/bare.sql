\set user random(1, 1000000000)
\set activity random(1, :activities)
INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
SELECT u.id, a.id, now()
FROM (SELECT id FROM bench_users WHERE place = :user % (SELECT max(place) FROM bench_users) + 1) u,
     (SELECT id FROM bench_activities WHERE place = :activity) a
ON CONFLICT DO NOTHING;
