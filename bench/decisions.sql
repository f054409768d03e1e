-- Adds to data.sql for each user: three choices, and in some cases quiet hours, a snooze, a session and a push registration.
BEGIN;
SET LOCAL session_replication_role = replica;

UPDATE users.user_profiles p
SET quiet_hours = CASE WHEN n % 3 = 0 THEN
        '{"windows": [{"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"], "from": "22:00", "to": "07:00"}, {"days": ["SUNDAY"], "from": "12:00", "to": "14:00"}]}'::jsonb END,
    snoozed_until = CASE WHEN n % 10 = 0 THEN now() + interval '3 days' END
FROM generate_series(1, :users) n
WHERE p.user_id = bench.id(1, n) AND (n % 3 = 0 OR n % 10 = 0);

INSERT INTO users.notification_choices (user_id, category, channel, enabled, updated_at)
SELECT bench.id(1, n), c.category, c.channel, (n + c.place) % 2 = 0, now()
FROM generate_series(1, :users) n
CROSS JOIN (VALUES (1, 'favorites', 'PUSH'), (2, 'offers', 'PUSH'), (3, 'offers', 'EMAIL')) AS c (place, category, channel);

INSERT INTO access.sessions (id, user_id, family_digest, current_digest, created_at, last_used_at, expires_at)
SELECT bench.id(4, n), bench.id(1, n), sha256(convert_to(n::text, 'UTF8')), sha256(convert_to(n::text, 'UTF8')), now(), now(), now() + interval '30 days'
FROM generate_series(1, :users) n WHERE n % 2 = 0;

INSERT INTO access.push_registrations (id, user_id, session_id, installation_id, platform, token, created_at, updated_at)
SELECT bench.id(5, n), bench.id(1, n), bench.id(4, n), 'installation-' || n, 'ANDROID', 'token-' || n, now(), now()
FROM generate_series(1, :users) n WHERE n % 2 = 0;

-- The key of decisions: the id and a secret of 32 bytes.
INSERT INTO access.api_keys (id, name, secret_digest, prefix, scopes, created_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'Benchmark', sha256(decode(repeat('b0', 32), 'hex')), 'sdk_sAAAAAAA',
        'notifications:decide notifications:deliver', now());
COMMIT;
