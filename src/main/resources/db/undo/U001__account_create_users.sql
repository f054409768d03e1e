DROP TABLE users.users;
DROP SCHEMA users;
