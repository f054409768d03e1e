package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
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

    @Test
    void missingUrlInProductionIsLogged(CapturedOutput output) {
        create(production());

        assertThat(output)
                .contains("STAGEDOOR_PUBLIC_URL is not set. Links in emails lead to https://api.example.com.");
    }

    @Test
    void nothingIsLoggedForJobsOutsideProductionAndWithTheUrl(CapturedOutput output) {
        var job = production();
        job.addActiveProfile("job");

        create(job);
        create(new MockEnvironment());
        create(production().withProperty("STAGEDOOR_PUBLIC_URL", "https://api.example.com"));

        assertThat(output).doesNotContain("STAGEDOOR_PUBLIC_URL");
    }

    /** Access tokens remain valid if the port changes. */
    @Test
    void defaultLinksFollowThePortAndTheIssuerDoesNot() throws IOException {
        var environment = new MockEnvironment().withProperty("SERVER_PORT", "8123");
        new YamlPropertySourceLoader()
                .load("defaults", new FileSystemResource("src/main/resources/application.yaml"))
                .forEach(environment.getPropertySources()::addLast);

        assertThat(environment.getProperty("stagedoor.public-url")).isEqualTo("http://localhost:8123");
        assertThat(environment.getProperty("stagedoor.links-url")).isEqualTo("http://localhost:8123");
        assertThat(environment.getProperty("stagedoor.access.issuer")).isEqualTo("http://localhost:8080");
    }

    private static MockEnvironment production() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("prod");
        return environment;
    }

    private static void create(MockEnvironment environment) {
        new PublicUrl("https://api.example.com", "https://app.example.com", environment);
    }
}
