-- One row per sign-in. A refresh token contains its family and its generation. Only digests are stored.
CREATE TABLE access.sessions (
    id              uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id         uuid        NOT NULL,
    family_digest   bytea       NOT NULL,
    generation      integer     NOT NULL DEFAULT 0,
    current_digest  bytea       NOT NULL,
    previous_digest bytea,
    rotated_at      timestamptz,
    user_agent      varchar(500),
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_family_digest_unique UNIQUE (family_digest),
    CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);

CREATE INDEX sessions_user_id_idx ON access.sessions (user_id);
