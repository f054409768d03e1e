\set company random(1, 200)
SELECT a.id, a.title, a.type, (SELECT count(*) FROM activities.user_activity_favorites f WHERE f.activity_id = a.id) AS number FROM activities.activities a WHERE a.company_id = bench.id(2, :company) AND EXISTS (SELECT FROM companies.company_members m WHERE m.company_id = a.company_id AND m.user_id = bench.id(1, :company)) ORDER BY number DESC, a.id LIMIT 50;
