package dev.stagedoor.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * The client of a request. Can be a parameter of controller methods.
 *
 * @param address   the IP address determined by {@link ClientAddresses}
 * @param userAgent the {@code User-Agent} header
 */
public record Client(String address, @Nullable String userAgent) {}
