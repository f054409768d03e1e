\set caller random(1, 200)
\set activity random(4001, 5000)
INSERT INTO activities.user_activity_favorites (user_id, activity_id) VALUES (bench.id(1, :caller), bench.id(3, :activity)) ON CONFLICT (user_id, activity_id) DO NOTHING RETURNING id, activity_id, created_at;
DELETE FROM activities.user_activity_favorites WHERE user_id = bench.id(1, :caller) AND activity_id = bench.id(3, :activity);
