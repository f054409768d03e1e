package dev.stagedoor.platform.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Maps client addresses to keys of rate limits. */
public final class AddressKey {

    private static final int NETWORK_BYTES = 8;

    private AddressKey() {}

    /**
     * Returns an IPv4 address, also of an IPv4-mapped IPv6 address ({@code ::ffff:192.0.2.1}). Returns the /64 prefix of an
     * IPv6 address, because a subscriber owns a whole /64.
     */
    public static String of(String address) {
        try {
            return address.contains(":") ? of(InetAddress.getByName(address)) : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }

    /** Java parses an IPv4-mapped address as IPv4. */
    private static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
