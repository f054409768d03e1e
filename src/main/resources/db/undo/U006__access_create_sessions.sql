DROP TABLE access.sessions;
DROP SCHEMA access;
