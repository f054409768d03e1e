-- Who was deactivated by an admin. Such an account is no deleted one: it is neither purged nor restored by its owner.
CREATE TABLE users.suspensions (
    user_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT suspensions_pkey PRIMARY KEY (user_id),
    CONSTRAINT suspensions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);

-- Until now nobody but an admin could deactivate an account.
INSERT INTO users.suspensions (user_id, created_at) SELECT id, updated_at FROM users.users WHERE NOT is_active;
