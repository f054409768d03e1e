package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTests {

    private static final List<String> PROXIES = List.of("10.0.0.0/8", "fd00::/8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "203.0.113.9 | -                                  | 203.0.113.9",
                "203.0.113.9 | 198.51.100.7                       | 203.0.113.9",
                "10.1.1.1    | -                                  | 10.1.1.1",
                "10.1.1.1    | 198.51.100.7                       | 198.51.100.7",
                "10.1.1.1    | 192.0.2.66, 198.51.100.7           | 198.51.100.7",
                "10.1.1.1    | 192.0.2.66, 198.51.100.7, 10.2.2.2 | 198.51.100.7",
                "10.1.1.1    | 10.3.3.3, 10.2.2.2                 | 10.3.3.3",
                "fd00::1     | 2001:db8::7                        | 2001:db8::7",
                "10.1.1.1    | 2001:db8::7                        | 2001:db8::7",
                "10.1.1.1    | evil.example                       | 10.1.1.1",
                "10.1.1.1    | 999.1.1.1                          | 10.1.1.1",
                "10.1.1.1    | 198.51.100.7:4711                  | 198.51.100.7",
                "10.1.1.1    | [2001:db8::7]:4711                 | 2001:db8::7",
                "10.1.1.1    | :::                                | 10.1.1.1",
                "10.1.1.1    | 198.51.100.7,                      | 198.51.100.7",
                "10.1.1.1    | unknown                            | 10.1.1.1"
            })
    void onlyHopsOfTrustedProxiesAreUsed(String remote, String forwarded, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }

        assertThat(new ClientAddresses(PROXIES).of(request)).isEqualTo(address);
    }

    @Test
    void repeatedHeadersAreJoined() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("10.1.1.1");
        request.addHeader("X-Forwarded-For", "192.0.2.66");
        request.addHeader("X-Forwarded-For", "198.51.100.7");

        assertThat(new ClientAddresses(PROXIES).of(request)).isEqualTo("198.51.100.7");
    }

    @Test
    void headerIsIgnoredWithoutTrustedProxies() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        request.addHeader("X-Forwarded-For", "198.51.100.7");

        assertThat(new ClientAddresses(List.of()).of(request)).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"10.1.1.1, https, true", "10.1.1.1, http, false", "198.51.100.7, https, false"})
    void onlyATrustedProxyReportsHttps(String remote, String scheme, boolean expected) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        request.addHeader("X-Forwarded-Proto", scheme);

        assertThat(new ClientAddresses(PROXIES).isHttps(request)).isEqualTo(expected);
    }

    @Test
    void hostNameOfAProxyIsRejected() {
        assertThatThrownBy(() -> new ClientAddresses(List.of("proxy.example")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("STAGEDOOR_TRUSTED_PROXIES must be");
    }
}
