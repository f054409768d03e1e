package dev.stagedoor.support;

import java.util.UUID;

/** A signed-in user. */
public record Person(UUID id, String email, String password, String accessToken, String refreshToken) {}
