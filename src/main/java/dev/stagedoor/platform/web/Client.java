package dev.stagedoor.platform.web;

/**
 * The client of a request. Can be a parameter of controller methods.
 *
 * @param address   the IP address determined by {@link ClientAddresses}
 * @param userAgent the {@code User-Agent} header, or null
 */
public record Client(String address, String userAgent) {}
