-- Creates :favorites favorites of 1,000 activities (20 companies with 50 activities each) over one year, and removals of 10 % as many.
INSERT INTO companies.companies (id, name) VALUES ('c0000000-0000-4000-8000-000000000001', 'Measured');
INSERT INTO companies.companies (name) SELECT 'Company ' || n FROM generate_series(1, 19) n;
INSERT INTO activities.activities (company_id, title, type)
SELECT c.id, 'Activity ' || n, CASE n % 2 WHEN 0 THEN 'SERVICE' ELSE 'SLOT_BASED' END
FROM companies.companies c, generate_series(1, 50) n;
INSERT INTO users.users (email, password_hash, first_name, last_name)
SELECT 'p' || n || '@example.com', '!', 'A', 'B' FROM generate_series(1, GREATEST(100000, :favorites / 50)) n;

CREATE TEMPORARY TABLE numbered_users AS SELECT id, row_number() OVER () - 1 AS place FROM users.users;
CREATE TEMPORARY TABLE numbered_activities AS SELECT id, row_number() OVER () - 1 AS place FROM activities.activities;
CREATE INDEX ON numbered_users (place);
CREATE INDEX ON numbered_activities (place);
ANALYZE numbered_users, numbered_activities;

INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at)
SELECT u.id, a.id, now() - (n % 31536000) * interval '1 second'
FROM generate_series(0, :favorites - 1) n
CROSS JOIN (SELECT count(*) AS number FROM numbered_users) people
JOIN numbered_users u ON u.place = n % people.number
JOIN numbered_activities a ON a.place = (n / people.number * 7 + n * 13) % 1000
ON CONFLICT DO NOTHING;

INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
SELECT a.id, CURRENT_DATE - (n % 300)::integer - 20, CURRENT_DATE - (n % 300)::integer
FROM generate_series(1, :favorites / 10) n JOIN numbered_activities a ON a.place = n % 1000;

ANALYZE;
