-- Data that registration does not create: verified emails, roles, a company, and a history for the charts.
UPDATE users.users
SET email_verified = true, created_at = now() - interval '400 days'
WHERE email IN ('ada@example.com', 'mia@example.com', 'oscar@example.com');

UPDATE users.users SET role = 'ADMIN' WHERE email = 'ada@example.com';

UPDATE users.users SET is_organizer = true WHERE email = 'oscar@example.com';

INSERT INTO companies.company_members (company_id, user_id, role)
SELECT 'c0000000-0000-4000-8000-000000000001', id, 'OWNER' FROM users.users WHERE email = 'oscar@example.com';

UPDATE users.user_profiles
SET settings = '{"theme":"dark","startScreen":"favorites"}',
    birth_date = date '1994-05-17',
    languages = '[{"language":"Kotlin","level":"Advanced"},{"language":"Swift","level":"Beginner"}]',
    frameworks = '["Jetpack Compose"]',
    experience_years = '3-5',
    devices = '["Pixel 9"]',
    architecture_familiarity = '["MVVM"]'
WHERE user_id = (SELECT id FROM users.users WHERE email = 'mia@example.com');
