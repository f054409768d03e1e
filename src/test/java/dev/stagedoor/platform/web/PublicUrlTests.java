package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PublicUrlTests {

    @Test
    void linksOfEmailsUseTheLinksUrl() {
        var url = new PublicUrl("https://api.example.com", "https://app.example.com/account/", new MockEnvironment());

        assertThat(url.link("/verify-email", "a b"))
                .isEqualTo("https://app.example.com/account/verify-email?token=a%20b");
        assertThat(url.url()).hasToString("https://api.example.com");
    }
}
