package dev.stagedoor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mail;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorMailTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Content and headers of emails. */
@StagedoorMailTest
class EmailTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void emailHasATextAndAnHtmlPartWithTheSameLink() {
        var mail = registered("Mia", null);

        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.header("From")).isEqualTo("Stagedoor <no-reply@app.stagedoor.example>");
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{36}@app\\.stagedoor\\.example>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Content-Language")).isEqualTo("en");
        assertThat(mail.link()).matches("https://app\\.stagedoor\\.example/verify-email\\?token=[A-Za-z0-9_-]{43}");
        assertThat(mail.html())
                .contains("<html lang=\"en\">", "href=\"%s\"".formatted(mail.link()), "Confirm the address");
        assertThat(mail.text()).startsWith("A Stagedoor account").doesNotContain("<", "{{", "&");
    }

    @ParameterizedTest
    @CsvSource({
        "de, de, Bitte bestätigen Sie Ihre E-Mail-Adresse",
        "de-AT, de, Bitte bestätigen Sie Ihre E-Mail-Adresse",
        "en-GB, en, Confirm your email address",
        "fr, en, Confirm your email address",
    })
    void supportedLanguageOfTheProfileIsUsed(String language, String sent, String subject) {
        var mail = registered("Mia", language);

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.header("Content-Language")).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({", Bitte bestätigen Sie Ihre E-Mail-Adresse", "en, Confirm your email address"})
    void languageOfTheRequestIsUsedForAProfileWithoutOne(String language, String subject) {
        var email = People.anyEmail();
        http.post("/auth/register", registration(email, "Mia", language))
                .header("Accept-Language", "de-AT,de;q=0.9")
                .send()
                .expect(201);

        assertThat(mailbox.awaitMail(email, 1).subject()).isEqualTo(subject);
    }

    @Test
    void linkStartsWithThePublicUrlRegardlessOfRequestHeaders() {
        var email = People.anyEmail();

        http.post("/auth/register", People.registration(email))
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "http")
                .header("Forwarded", "host=evil.example")
                .header("Origin", "https://evil.example")
                .send()
                .expect(201);

        var mail = mailbox.awaitMail(email, 1);
        assertThat(mail.link()).startsWith("https://app.stagedoor.example/verify-email?");
        assertThat(mail.text() + mail.html()).doesNotContain("evil.example");
    }

    @Test
    void emailToAnUnverifiedAddressDoesNotContainTheName() {
        var mail = registered("Win 1000 EUR at evil.example", null);

        assertThat(mail.text() + mail.html() + mail.subject()).doesNotContain("evil.example");
    }

    @Test
    void emailToAVerifiedAddressContainsTheEscapedName() {
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET email_verified = true, first_name = '<b>Zoë</b> & {{x}}' WHERE id = ?")
                .param(person.id())
                .update();

        http.patch("/me", "{\"phone\": \"+4915112340020\"}").as(person).send().expect(200);
        http.patch("/me", "{\"phone\": null}").as(person).send().expect(200);

        var mail = mailbox.awaitMail(person.email(), "Your phone number was changed");
        assertThat(mail.text()).startsWith("Hello <b>Zoë</b> & {{x}},\n");
        assertThat(mail.html()).contains("Hello &lt;b&gt;Zoë&lt;/b&gt; &amp; {{x}},");
    }

    @Test
    void invalidLanguageOfAnotherSystemFallsBackToEnglish() {
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);
        jdbc.sql("UPDATE users.user_profiles SET language = '%&/(' WHERE user_id = ?")
                .param(person.id())
                .update();

        http.call("POST", "/auth/email/verification", BodyPublishers.noBody())
                .as(person)
                .send()
                .expect(202);

        assertThat(mailbox.awaitMail(person.email(), 2).subject()).isEqualTo("Confirm your email address");
    }

    private Mail registered(String firstName, String language) {
        var email = People.anyEmail();
        http.post("/auth/register", registration(email, firstName, language))
                .send()
                .expect(201);
        return mailbox.awaitMail(email, 1);
    }

    private static String registration(String email, String firstName, String language) {
        var tag = language == null ? null : "\"" + language + "\"";
        return """
                {"email": "%s", "password": "%s", "firstName": "%s", "lastName": "L", "language": %s}""".formatted(email, People.PASSWORD, firstName, tag);
    }
}
