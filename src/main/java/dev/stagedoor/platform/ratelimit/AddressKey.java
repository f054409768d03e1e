package dev.stagedoor.platform.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one client address. */
public final class AddressKey {

    private static final int NETWORK_BYTES = 8;

    private AddressKey() {}

    /** An IPv4 address itself; of an IPv6 address its /64, within which one subscriber takes any it likes. */
    public static String of(String address) {
        try {
            return address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(Arrays.copyOf(wide.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
