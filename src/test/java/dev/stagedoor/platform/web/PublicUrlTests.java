package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PublicUrlTests {

    @Test
    void linksOfEmailsUseTheLinksUrl() {
        var url = new PublicUrl("https://api.example.com", "https://app.example.com/account/", new MockEnvironment());

        assertThat(url.link("/verify-email", "a b"))
                .isEqualTo("https://app.example.com/account/verify-email?token=a%20b");
        assertThat(url.url().uri()).hasToString("https://api.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://my_host.example.com, https://my_host.example.com, my_host.example.com",
        "https://my_host.example.com:8443/base/, https://my_host.example.com:8443, my_host.example.com",
        "https://müller.example/, https://xn--mller-kva.example, xn--mller-kva.example",
        "http://localhost:8080, http://localhost:8080, localhost"
    })
    void hostIsAscii(String configured, String origin, String host) {
        var url = new PublicUrl(configured, configured, new MockEnvironment());

        assertThat(url.link("/verify-email", "a")).startsWith(origin).endsWith("/verify-email?token=a");
        assertThat(url.url().origin()).isEqualTo(origin);
        assertThat(url.url().host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example",
                "ftp://example.com",
                "https://",
                "https://a..b",
                "https://a\u200db.example",
                "mailto:a@b.c"
            })
    void otherUrlsAreRejected(String configured) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> new PublicUrl(configured, "https://example.com", new MockEnvironment()));
    }
}
