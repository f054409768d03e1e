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

    /** Returns an IPv4 address unchanged. Returns the /64 prefix of an IPv6 address, because a subscriber owns a whole /64. */
    public static String of(String address) {
        try {
            return address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address ipv6
                    ? HexFormat.of().formatHex(Arrays.copyOf(ipv6.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
