package dev.stagedoor.platform.security;

import java.util.Optional;

/** Knows which API keys are good; asked by the filter chain, answered by the room that keeps them. */
public interface ApiKeys {

    /** The caller of a key; empty where it is unknown, revoked or expired. */
    Optional<ApiKeyCaller> find(String key);
}
