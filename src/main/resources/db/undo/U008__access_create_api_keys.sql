DROP TABLE access.api_keys;
