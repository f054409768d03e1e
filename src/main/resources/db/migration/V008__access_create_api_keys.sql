-- API keys. A key is returned once, at its creation. Only the digest of its secret is stored.
CREATE TABLE access.api_keys (
    id            uuid         NOT NULL DEFAULT gen_random_uuid(),
    name          varchar(100) NOT NULL,
    secret_digest bytea        NOT NULL,
    prefix        varchar(20)  NOT NULL,
    scopes        varchar(200) NOT NULL,
    company_id    uuid,
    created_at    timestamptz  NOT NULL,
    expires_at    timestamptz,
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    CONSTRAINT api_keys_pkey PRIMARY KEY (id),
    CONSTRAINT api_keys_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies.companies (id) ON DELETE CASCADE
);

CREATE INDEX api_keys_company_id_idx ON access.api_keys (company_id);
