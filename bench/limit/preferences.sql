\set caller random(1, 200)
\set flag random(0, 1)
UPDATE users.user_profiles SET push_enabled = :flag::integer = 1, email_enabled = :flag::integer = 0, updated_at = now() WHERE user_id = bench.id(1, :caller) RETURNING notifications_enabled, push_enabled, email_enabled, updated_at;
