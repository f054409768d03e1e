DROP TABLE users.user_profiles;
