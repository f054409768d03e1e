package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.web.ValidatedJson;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of an import file. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class ImportUsersTests {

    /** The hash of {@link #PASSWORD}, created by libxcrypt. */
    private static final String BCRYPT = "$2b$10$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG";

    private static final String PASSWORD = "see-you-at-the-shöw";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ValidatedJson json;

    @Autowired
    ImportService accounts;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                            | email must be present; firstName must be present; lastName must be present
            garbage                       | the line is not a JSON object
            [1]                           | the line is not a JSON object
            null                          | the line is not a JSON object
            "text"                        | the line is not a JSON object
            {"email": "a@b.example"       | the line is not a JSON object
            {"email": "a@b.example"} {}   | the line is not a JSON object
            """)
    void lineThatIsNoUserIsRejected(String line, String reason, CapturedOutput output) {
        assertThat(run(line)).isFalse();

        assertThat(output).contains("Line 1 is rejected: " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            "email": "mia"                | email must be an email address
            "email": null                 | email must be present
            "email": 5                    | email must be text
            "firstName": "  "             | firstName must be present
            "lastName": "A\\nB"           | lastName must be one line of text without control
            "lastName": "A\\u0000B"       | lastName must
            "phone": "12345"              | phone must be a valid phone number
            "phoneVerified": true         | phoneVerified requires a phone
            "phoneVerified": "true"       | phoneVerified must be true or false
            "emailVerified": 1            | emailVerified must be true or false
            "role": "ADMIN"               | role
            "firstName": "Noah", "firstName": "Mia" | the line is not a JSON object
            "passwordHash": null          | passwordHash or externalSubject is required
            "passwordHash": "opensesame"  | passwordHash has an unsupported format, or parameters out of bounds
            "passwordHash": "$2b$31$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG" | passwordHash has an unsupported format
            """)
    void invalidFieldIsRejectedAndOtherLinesAreImported(String field, String reason, CapturedOutput output) {
        var other = People.anyEmail();
        var invalid = People.anyEmail();
        var line = line(invalid);
        var name = field.substring(0, field.indexOf(':'));
        var withField = line.contains(name + ":") && !field.contains(",")
                ? line.replaceFirst(name + ": (\"[^\"]*\"|null)", Matcher.quoteReplacement(field))
                : line.replace("}", ", " + field + "}");

        assertThat(run(withField, line(other))).isFalse();

        assertThat(output).contains("Line 1 is rejected: " + reason).doesNotContain(invalid, "opensesame", "$2b$31");
        assertThat(count(invalid)).isZero();
        assertThat(count(other)).isOne();
    }

    @Test
    void bytesThatAreNotUtf8AreRejected(CapturedOutput output) throws IOException {
        var file = directory.resolve("users.ndjson");
        Files.write(file, line(People.anyEmail()).replace("Mia", "Zoë").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(file)).isFalse();

        assertThat(output).contains("Line 1 is rejected: the line is not a JSON object");
    }

    @Test
    void overlongLineIsRejectedAndTheNextIsImported(CapturedOutput output) {
        var email = People.anyEmail();

        assertThat(run("{\"email\": \"" + "x".repeat(100_000) + "\"}", line(email)))
                .isFalse();

        assertThat(output).contains("Line 1 is rejected: the line is longer than 16 KiB");
        assertThat(count(email)).isOne();
    }

    @Test
    void repeatedEmailPhoneOrSubjectIsRejected(CapturedOutput output) {
        var email = People.anyEmail();
        var phone = phone();
        var subject = UUID.randomUUID().toString();

        assertThat(run(
                        line(email, "\"phone\": \"" + phone + "\", \"externalSubject\": \"" + subject + "\""),
                        line(" " + email.toUpperCase() + " "),
                        line(People.anyEmail(), "\"phone\": \"" + phone.replace("+49", "+49 (0) ") + "\""),
                        line(People.anyEmail(), "\"externalSubject\": \"" + subject + "\"")))
                .isFalse();

        assertThat(output)
                .contains(
                        "Line 2 is rejected: an earlier line has the same email",
                        "Line 3 is rejected: an earlier line has the same phone",
                        "Line 4 is rejected: an earlier line has the same externalSubject",
                        "Read 4 lines: 1 imported, 0 skipped (existing), 3 rejected");
    }

    @Test
    void phoneAndSubjectOfAnotherAccountAreRejected(CapturedOutput output) {
        var phone = phone();
        var subject = UUID.randomUUID().toString();
        run(line(People.anyEmail(), "\"phone\": \"" + phone + "\", \"externalSubject\": \"" + subject + "\""));

        assertThat(run(
                        line(People.anyEmail(), "\"phone\": \"" + phone + "\""),
                        line(People.anyEmail(), "\"externalSubject\": \"" + subject + "\""),
                        line(People.anyEmail())))
                .isFalse();

        assertThat(output)
                .contains(
                        "Line 1 is rejected: another account has the phone",
                        "Line 2 is rejected: another account has the externalSubject",
                        "Read 3 lines: 1 imported, 0 skipped (existing), 2 rejected");
    }

    @Test
    void existingAccountIsSkippedAndUnchanged(CapturedOutput output) {
        var mia = people.anyone();
        var before = user(mia.email());

        assertThat(run(line(mia.email(), "\"phone\": \"" + phone() + "\""), "", line(People.anyEmail())))
                .isTrue();

        assertThat(user(mia.email())).isEqualTo(before);
        assertThat(output).contains("Read 3 lines: 1 imported, 1 skipped (existing), 0 rejected");
    }

    @Test
    void repeatedImportSkipsAllAccounts(CapturedOutput output) {
        var lines = IntStream.range(0, 2_500)
                .mapToObj(number -> line(People.anyEmail()))
                .toArray(String[]::new);

        assertThat(run(lines)).isTrue();
        assertThat(run(lines)).isTrue();

        assertThat(output)
                .contains(
                        "Read 2500 lines: 2500 imported, 0 skipped (existing), 0 rejected",
                        "Read 2500 lines: 0 imported, 2500 skipped (existing), 0 rejected");
    }

    @Test
    void importedAccountEqualsARegisteredOne() {
        var email = People.anyEmail();
        var phone = phone();

        assertThat(run("\uFEFF"
                        + line(email.toUpperCase().replace("EXAMPLE.COM", "MÜLLER.example"), """
                                "phone": "%s", "emailVerified": true, "phoneVerified": true""".formatted(
                                        phone.replace("+49", "+49 (0) ")))
                        + "\r"))
                .isTrue();

        var stored = email.replace("example.com", "xn--mller-kva.example");
        assertThat(user(stored))
                .containsEntry("phone", phone)
                .containsEntry("email_verified", true)
                .containsEntry("phone_verified", true)
                .containsEntry("role", "PARTICIPANT")
                .containsEntry("is_active", true);
        var profile =
                "SELECT p.language, p.timezone, p.currency, p.settings, p.email_enabled, p.languages FROM users.user_profiles p"
                        + " JOIN users.users u ON u.id = p.user_id WHERE u.email = ?";
        assertThat(jdbc.sql(profile).param(stored).query().singleRow())
                .isEqualTo(
                        jdbc.sql(profile).param(people.anyone().email()).query().singleRow());
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM platform.mails m JOIN users.users u ON u.id = m.user_id WHERE email = ?")
                        .param(stored)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BCRYPT,
                "$scrypt$ln=14,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$5tLYlw5wVGqGSU1ON2qWSKoTZqkM9/pomOIOa4LyOcE",
                "$pbkdf2-sha256$i=10000$c2FsdHNhbHRzYWx0c2FsdA$uZ0N3pSpUzA0TtgwPLwllrl0Rr3bLDjqwHB8pqDAPlk",
                "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA$5NtzwVfSX/mBIQNYE7h4wJujJZyxOBsIPibHDJcbou4"
            })
    void firstSignInReplacesTheImportedHash(String hash) {
        var email = People.anyEmail();
        run(line(email).replace(BCRYPT, hash));

        login(email, "see-you-at-the-show", 401);
        assertThat(user(email)).containsEntry("password_hash", hash);

        login(email, PASSWORD, 200);
        assertThat(user(email).get("password_hash").toString()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        login(email, PASSWORD, 200);
        login(email, "see-you-at-the-show", 401);
    }

    private void login(String email, String password, int status) {
        http.post("/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, password)).send().expect(status);
    }

    private boolean run(String... lines) {
        try {
            return run(Files.write(directory.resolve("users.ndjson"), List.of(lines)));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private boolean run(Path file) throws IOException {
        try (var lines = ImportLines.open(file)) {
            return new ImportRun(json, accounts).importAll(lines);
        }
    }

    private static String line(String email) {
        return """
                {"email": "%s", "firstName": "Mia", "lastName": "Lindqvist", "passwordHash": "%s"}""".formatted(email, BCRYPT);
    }

    private static String line(String email, String fields) {
        return line(email).replace("}", ", " + fields + "}");
    }

    private static String phone() {
        return "+49151" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private long count(String email) {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> user(String email) {
        return jdbc.sql("SELECT * FROM users.users WHERE email = ?")
                .param(email)
                .query()
                .singleRow();
    }
}
