-- The schema itself is made by Flyway, whose history lives there too.
CREATE TABLE platform.shared_secrets (
    name       varchar(50) NOT NULL,
    value      text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT shared_secrets_pkey PRIMARY KEY (name)
);
