package dev.stagedoor.platform.security;

import java.util.Optional;

/** Looks up API keys for the filter chain. The package that stores the keys implements it. */
public interface ApiKeys {

    /** Returns the caller of a key; empty if the key is unknown, revoked or expired. */
    Optional<ApiKeyCaller> find(String key);
}
