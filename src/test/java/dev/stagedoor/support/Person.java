package dev.stagedoor.support;

import java.util.UUID;

/** Somebody who is signed in. */
public record Person(UUID id, String email, String password, String accessToken, String refreshToken) {}
