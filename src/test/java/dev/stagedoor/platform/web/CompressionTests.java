package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Large responses are compressed if the client accepts it. */
@StagedoorTest
class CompressionTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Test
    void documentIsCompressedAsJsonAndYaml() {
        assertThat(encoding("/v3/api-docs/client", "gzip")).isEqualTo("gzip");
        assertThat(encoding("/v3/api-docs/client.yaml", "gzip, deflate, br")).isEqualTo("gzip");
    }

    @Test
    void unacceptedEncodingIsNotUsed() {
        assertThat(encoding("/v3/api-docs/client", "identity")).isNull();
        assertThat(encoding("/v3/api-docs/client", "gzip;q=0")).isNull();
    }

    @Test
    void streamedCsvIsCompressed() {
        var company = things.company();
        things.activities(company, 100);
        var csv = http.get("/analytics/favorites")
                .as(people.member(company, "OWNER"))
                .header("Accept", "text/csv")
                .header("Accept-Encoding", "gzip")
                .send()
                .expect(200);

        assertThat(csv.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(csv.response().headers().allValues("Vary").toString()).containsIgnoringCase("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip, identity"})
    void compressedRequestBodyReturns415(String encoding) {
        http.post("/auth/login", "{}")
                .header("Content-Encoding", encoding)
                .send()
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void identityEncodingIsAccepted() {
        http.post("/auth/login", "{}")
                .header("Content-Encoding", "identity")
                .send()
                .expectFaults("email:required", "password:required");
    }

    @Test
    void smallResponseIsNotCompressed() {
        assertThat(encoding("/livez", "gzip")).isNull();
    }

    private String encoding(String path, String accepted) {
        return http.get(path)
                .header("Accept-Encoding", accepted)
                .send()
                .expect(200)
                .header("Content-Encoding");
    }
}
