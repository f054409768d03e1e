package dev.stagedoor.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The documents in the repository equal those that the service serves. */
@StagedoorTest
class OpenApiDocumentTests {

    private static final String COMMAND = "./mvnw test -Dtest=OpenApiDocumentTests -Dstagedoor.openapi.write=true";

    @Autowired
    Http http;

    @ParameterizedTest
    @ValueSource(strings = {"client", "business", "super-admin", "catalog", "sender"})
    void documentInTheRepositoryIsUpToDate(String surface) throws IOException {
        var file = Path.of("docs/openapi", surface + ".yaml");
        var served =
                http.get("/v3/api-docs/" + surface + ".yaml").send().expect(200).body();
        if (Boolean.getBoolean("stagedoor.openapi.write")) {
            Files.writeString(file, served);
        }

        assertThat(file)
                .as("%s is outdated. Regenerate it with %s", file, COMMAND)
                .hasContent(served);
    }
}
