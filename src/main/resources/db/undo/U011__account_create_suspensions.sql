-- Afterwards, deleted and suspended accounts cannot be distinguished.
DROP TABLE users.suspensions;
