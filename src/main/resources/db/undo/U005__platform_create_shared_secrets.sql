-- Deletes the key that signs access tokens. The next start generates a new key.
DROP TABLE platform.shared_secrets;
