DROP TABLE access.external_identities;
