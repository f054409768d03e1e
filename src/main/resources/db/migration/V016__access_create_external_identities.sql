-- One row per external identity. A subject is unique only within its issuer.
CREATE TABLE access.external_identities (
    id           uuid         NOT NULL DEFAULT gen_random_uuid(),
    user_id      uuid         NOT NULL,
    issuer       varchar(255) NOT NULL,
    subject      varchar(255) NOT NULL,
    linked_at    timestamptz  NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT external_identities_pkey PRIMARY KEY (id),
    CONSTRAINT external_identities_issuer_subject_unique UNIQUE (issuer, subject),
    CONSTRAINT external_identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);

CREATE INDEX external_identities_user_id_idx ON access.external_identities (user_id);
