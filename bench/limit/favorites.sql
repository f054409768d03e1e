\set caller random(1, 200)
SELECT f.id, f.activity_id, f.created_at, a.title, a.type, a.image_url, c.id, c.name FROM activities.user_activity_favorites f JOIN activities.activities a ON a.id = f.activity_id JOIN companies.companies c ON c.id = a.company_id WHERE f.user_id = bench.id(1, :caller) ORDER BY f.created_at DESC, f.id DESC LIMIT 21;
