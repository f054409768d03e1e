-- Secrets that all instances share, for example the key that signs access tokens.
CREATE TABLE platform.shared_secrets (
    name       varchar(50) NOT NULL,
    value      text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT shared_secrets_pkey PRIMARY KEY (name)
);
