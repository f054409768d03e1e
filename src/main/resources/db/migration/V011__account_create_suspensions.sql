-- Accounts that a super-admin deactivated. Their owners cannot restore them. They are not purged, unless the owner had
-- deleted the account before.
CREATE TABLE users.suspensions (
    user_id    uuid        NOT NULL,
    deleted    boolean     NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT suspensions_pkey PRIMARY KEY (user_id),
    CONSTRAINT suspensions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);

-- Before this migration, only super-admins could deactivate accounts.
INSERT INTO users.suspensions (user_id, created_at) SELECT id, updated_at FROM users.users WHERE NOT is_active;
