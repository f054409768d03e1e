-- Tokens of email links. A user can have several valid tokens. A token is valid as long as the account has the address that
-- it was sent to. Only digests are stored.
CREATE TABLE access.one_time_tokens (
    user_id    uuid         NOT NULL,
    purpose    varchar(20)  NOT NULL,
    email      varchar(255) NOT NULL,
    digest     bytea        NOT NULL,
    created_at timestamptz  NOT NULL,
    expires_at timestamptz  NOT NULL,
    used_at    timestamptz,
    CONSTRAINT one_time_tokens_pkey PRIMARY KEY (digest),
    CONSTRAINT one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);

CREATE INDEX one_time_tokens_user_id_idx ON access.one_time_tokens (user_id);
