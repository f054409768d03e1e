package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Problem texts are translated. The codes are the same in all languages. */
@StagedoorTest
class ProblemLanguageTests {

    private static final String GERMAN = "Gültige Zugangsdaten sind nötig";

    @Autowired
    Http http;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT", "DE", "de-CH-1996, en;q=0.5", "fr, de;q=0.8, en;q=0.7", "en;q=0.1, de"})
    void preferredGermanIsUsed(String languages) {
        var response = me(languages);

        assertThat(response.text("/title")).isEqualTo(GERMAN);
        assertThat(response.text("/detail")).isEqualTo("Senden Sie ein gültiges Access-Token.");
        assertThat(response.header("Content-Language")).isEqualTo("de");
        assertThat(response.response().headers().allValues("Vary").toString()).containsIgnoringCase("Accept-Language");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "en",
                "en-GB, de;q=0.5",
                "fr",
                "*",
                "de;q=0",
                "deutsch",
                ";;q=x,,",
                "de;q=nine",
                "\u00e4",
                "--"
            })
    void englishIsTheDefault(String languages) {
        var response = me(languages);

        assertThat(response.text("/title")).isEqualTo("Valid credentials are required");
        assertThat(response.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void fieldErrorsAreTranslated() {
        var response = http.post("/auth/register", """
                        {"email": "nobody", "password": "short", "firstName": " ", "phone": "12", "nickname": "x"}""")
                .header("Accept-Language", "de")
                .send()
                .expect(400);
        assertThat(response.text("/title")).startsWith("Ein Feld fehlt");
        assertThat(response.text("/errors/3/message")).isEqualTo("ist kein bekanntes Feld");
        assertThat(response.text("/detail")).contains("nickname ist kein bekanntes Feld");

        var errors = http.post("/auth/register", """
                        {"email": "nobody", "password": "long-enough-it-is", "firstName": " ", "lastName": "%s", "phone": "12"}""".formatted("x".repeat(101)))
                .header("Accept-Language", "de")
                .send()
                .expect(400);
        assertThat(errors.json()
                        .at("/errors")
                        .valueStream()
                        .map(row -> row.at("/message").asString()))
                .contains(
                        "muss eine E-Mail-Adresse sein",
                        "muss eine gültige Telefonnummer mit Ländervorwahl sein, etwa +4930901820",
                        "muss angegeben werden")
                .noneMatch(message -> message.startsWith("must"));
    }

    @Test
    void defaultLocaleOfTheJvmIsIgnored() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            var response = http.post("/auth/login", "{\"email\": \" \", \"password\": \"\"}")
                    .send()
                    .expectFaults("email:required", "password:required");
            assertThat(response.text("/errors/0/message")).isEqualTo("must be present");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void frameworkErrorsAreTranslated() {
        assertThat(german("/nope").text("/detail")).isEqualTo("Der Pfad existiert nicht.");
        assertThat(german("/activities?limit=many").text("/detail")).isEqualTo("limit hat den falschen Typ.");
        assertThat(german("/activities?limit=0").text("/errors/0/message")).isEqualTo("muss größer-gleich 1 sein");
        assertThat(german("/activities?cursor=x").text("/code")).isEqualTo("invalid-cursor");
    }

    private Answer german(String path) {
        return http.get(path).header("Accept-Language", "de").send();
    }

    private Answer me(String languages) {
        var call = http.get("/me");
        return (languages == null ? call : call.header("Accept-Language", languages))
                .send()
                .expectProblem(401, "unauthorized");
    }
}
