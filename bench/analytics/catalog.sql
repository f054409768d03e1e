-- Creates :activities activities of one company with different titles.
INSERT INTO companies.companies (id, name) VALUES ('c0000000-0000-4000-8000-000000000001', 'Measured');
INSERT INTO activities.activities (company_id, title, type, created_at)
SELECT 'c0000000-0000-4000-8000-000000000001',
       initcap((ARRAY['climbing', 'jazz', 'pottery', 'kayak', 'salsa', 'sushi', 'opera', 'forest'])[1 + n % 8]) || ' '
       || (ARRAY['for beginners', 'workshop', 'tour', 'evening', 'class', 'weekend', 'tasting'])[1 + n % 7] || ' '
       || left(md5(n::text), 6),
       'SERVICE', now() - n * interval '1 minute'
FROM generate_series(1, :activities) n;
INSERT INTO activities.favorite_counts (activity_id, number)
SELECT id, 1 + random() * 1000 FROM activities.activities;
VACUUM ANALYZE;
