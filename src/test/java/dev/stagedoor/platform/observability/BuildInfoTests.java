package dev.stagedoor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stagedoor.support.StagedoorTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** The package phase generates what these endpoints return. */
@StagedoorTest
@Tag("process")
class BuildInfoTests {

    @LocalManagementPort
    int port;

    @Test
    void infoContainsTheBuild() throws IOException {
        assertThat(management("/actuator/info")).contains("\"build\"", "\"version\"");
    }

    @Test
    void sbomListsTheComponents() throws IOException {
        assumeThat(getClass().getResource("/META-INF/sbom/application.cdx.json"))
                .as("an offline build generates no SBOM")
                .isNotNull();

        assertThat(management("/actuator/sbom/application")).contains("CycloneDX", "pkg:maven/com.nulab-inc/zxcvbn@");
    }

    private String management(String path) throws IOException {
        try (var response =
                URI.create("http://localhost:" + port + path).toURL().openStream()) {
            return new String(response.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
