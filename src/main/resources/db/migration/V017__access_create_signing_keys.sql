-- The keys that sign access tokens. The latest key whose time has come signs; the earlier ones verify until they expire.
-- The primary key lets only one of several concurrent rotations succeed.
CREATE TABLE access.signing_keys (
    generation     integer     NOT NULL,
    kid            varchar(43) NOT NULL,
    private_key    text        NOT NULL,
    created_at     timestamptz NOT NULL,
    signs_from     timestamptz NOT NULL,
    verifies_until timestamptz,
    CONSTRAINT signing_keys_pkey PRIMARY KEY (generation)
);
