-- A sender with a public key, and users whose notifications are sent, held and dropped.
INSERT INTO access.api_keys (id, name, secret_digest, prefix, scopes, created_at)
VALUES (
    'd0000000-0000-4000-8000-000000000001', 'Demo sender',
    decode('a8f087127449be6c67d87af8283127da75bdef144d112ce5829a5f4e700a3d6e', 'hex'),
    'sdk_0AAAAAAA', 'notifications:decide notifications:deliver', now()
);

UPDATE users.user_profiles
SET email_enabled = true,
    quiet_hours = '{"windows": [{"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
                                 "from": "22:00", "to": "07:00"}]}'
WHERE user_id = (SELECT id FROM users.users WHERE email = 'mia@example.com');

INSERT INTO access.push_registrations (user_id, installation_id, platform, token, created_at, updated_at)
SELECT id, 'demo-installation-of-mia', 'ANDROID', 'demo-token-of-mia', now(), now()
FROM users.users WHERE email = 'mia@example.com';

-- Some users want offers by email.
INSERT INTO users.notification_choices (user_id, category, channel, enabled, updated_at)
SELECT p.user_id, 'offers', 'EMAIL', true, p.updated_at
FROM users.user_profiles p WHERE p.email_enabled AND p.snoozed_until IS NULL AND p.quiet_hours IS NULL;
