-- Who left by itself is deactivated like whom an admin suspended from here on, as it was before.
DROP TABLE users.suspensions;
