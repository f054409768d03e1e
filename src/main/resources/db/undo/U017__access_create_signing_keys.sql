DROP TABLE access.signing_keys;
