package dev.stagedoor.platform.web;

/**
 * What a request tells of the program that made it; as a controller's parameter.
 *
 * @param address   the IP address, as {@link ClientAddresses} finds it
 * @param userAgent the User-Agent; null where there is none
 */
public record Client(String address, String userAgent) {}
