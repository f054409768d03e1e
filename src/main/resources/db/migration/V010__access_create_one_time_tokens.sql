-- Tokens of email links. The primary key allows one token per user and purpose: a new token replaces the previous one.
-- Only digests are stored.
CREATE TABLE access.one_time_tokens (
    user_id    uuid        NOT NULL,
    purpose    varchar(20) NOT NULL,
    digest     bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT one_time_tokens_pkey PRIMARY KEY (user_id, purpose),
    CONSTRAINT one_time_tokens_digest_unique UNIQUE (digest),
    CONSTRAINT one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);
