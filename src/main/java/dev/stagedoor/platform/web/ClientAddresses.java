package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Determines the client address of a request. Clients can forge {@code X-Forwarded-For}, so it is read from its end, and
 * only while the hops are in {@code stagedoor.trusted-proxies}.
 */
@Component
public class ClientAddresses {

    private static final String HEADER = "X-Forwarded-For";
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    /** Some proxies add the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static final Pattern PORT = Pattern.compile("^(?:([0-9.]+)|\\[([0-9A-Fa-f:.]+)])(?::[0-9]{1,5})?$");

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private final List<IpAddressMatcher> trusted;

    ClientAddresses(@Value("${stagedoor.trusted-proxies}") List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddresses::matcher).toList();
    }

    private static IpAddressMatcher matcher(String network) {
        try {
            return new IpAddressMatcher(network.strip());
        } catch (IllegalArgumentException malformed) {
            throw new InvalidConfigurationException(
                    "STAGEDOOR_TRUSTED_PROXIES",
                    "must be a comma-separated list of addresses or networks such as 10.0.0.0/8");
        }
    }

    /** Returns the last hop that is not a trusted proxy. */
    public String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (!isTrusted(address)) {
            return address;
        }
        for (var hop : hops(request)) {
            if (!isTrusted(address) || !isAddress(hop)) {
                return address;
            }
            address = hop;
        }
        return address;
    }

    /** Returns whether the nearest proxy is trusted and reports that the client uses https. */
    boolean isHttps(HttpServletRequest request) {
        return "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) && isFromTrustedProxy(request);
    }

    boolean isFromTrustedProxy(HttpServletRequest request) {
        return isTrusted(request.getRemoteAddr());
    }

    /** The addresses that the proxies added, the nearest first. */
    private static List<String> hops(HttpServletRequest request) {
        var hops = Collections.list(request.getHeaders(HEADER)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(hop -> PORT.matcher(hop.strip()).replaceFirst("$1$2"))
                .toList();
        var nearestFirst = new ArrayList<>(hops);
        Collections.reverse(nearestFirst);
        return nearestFirst;
    }

    /** Checks the syntax first, because {@code InetAddress.getByName} resolves host names. It never resolves text with colons. */
    private static boolean isAddress(String hop) {
        try {
            return IPV4.matcher(hop).matches() || IPV6.matcher(hop).matches() && InetAddress.getByName(hop) != null;
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(proxies -> proxies.matches(address));
    }
}
