package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.job.Jobs;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code --job=import-users} */
@ExtendWith(OutputCaptureExtension.class)
@Tag("process")
class ImportUsersJobTests {

    private static final String ISSUER = "https://auth.first.test";

    private final Jobs jobs = new Jobs(TestDatabase.fresh());
    private final JdbcClient jdbc = MigratedDatabase.migrated(jobs.database());

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "--file=", "--file", "--path=users.ndjson"})
    void invalidOptionsReturn2(String option) {
        assertThat(jobs.run("import-users", option.isEmpty() ? new String[0] : new String[] {option}))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.ndjson", "."})
    void unreadableFileIsReportedInOneSentence(String name, CapturedOutput output) {
        var file = directory.resolve(name);
        var before = output.length();

        assertThat(run(file)).isEqualTo(1);

        assertThat(output.toString().substring(before).lines())
                .singleElement()
                .asString()
                .contains("Cannot read the file " + file);
    }

    @Test
    void rejectedLineReturns1AndTheOthersAreImported(CapturedOutput output) throws IOException {
        assertThat(run(user("mia"), "{}", user("noah"))).isEqualTo(1);
        assertThat(run(user("mia"), user("noah"))).isZero();

        assertThat(output)
                .contains(
                        "Line 2 is rejected: email must be present",
                        "Read 3 lines: 2 imported, 0 skipped (existing), 1 rejected")
                .contains("Read 2 lines: 0 imported, 2 skipped (existing), 0 rejected");
        assertThat(emails()).containsExactly("mia@example.com", "noah@example.com");
    }

    @Test
    void identityIsLinkedWithTheFirstProvider() throws IOException {
        assertThat(run(user("mia"), user("noah"))).isZero();

        assertThat(identities()).containsExactly("mia " + ISSUER, "noah " + ISSUER);
    }

    @Test
    void identityThatIsLinkedWithAnotherAccountIsRejected(CapturedOutput output) throws IOException {
        assertThat(run(user("mia"))).isZero();
        jdbc.sql("UPDATE access.external_identities SET subject = 'noah'").update();

        assertThat(run(user("lea"), user("noah"), user("tim"))).isEqualTo(1);

        assertThat(output).contains("Line 2 is rejected: another account has the externalSubject");
        assertThat(emails()).containsExactly("lea@example.com", "mia@example.com", "tim@example.com");
        assertThat(identities()).containsExactly("lea " + ISSUER, "noah " + ISSUER, "tim " + ISSUER);
    }

    private int run(String... lines) throws IOException {
        return run(
                Files.write(directory.resolve("users.ndjson"), Stream.of(lines).toList()));
    }

    private int run(Path file) {
        return jobs.run(
                "import-users",
                "--file=" + file,
                "--stagedoor.identity-providers[0].issuer=" + ISSUER,
                "--stagedoor.identity-providers[0].jwk-set-uri=" + ISSUER + "/jwks",
                "--stagedoor.identity-providers[0].audience=app");
    }

    private static String user(String subject) {
        return """
                {"email": "%1$s@example.com", "firstName": "A", "lastName": "B", "externalSubject": "%1$s"}""".formatted(subject);
    }

    private List<String> emails() {
        return jdbc.sql("SELECT email FROM users.users ORDER BY email")
                .query(String.class)
                .list();
    }

    private List<String> identities() {
        return jdbc.sql("SELECT subject || ' ' || issuer FROM access.external_identities ORDER BY subject")
                .query(String.class)
                .list();
    }
}
