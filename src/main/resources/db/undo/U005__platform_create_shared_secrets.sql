-- With the key that signs access tokens: the next start makes another.
DROP TABLE platform.shared_secrets;
