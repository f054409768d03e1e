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

/** People read a problem in their language; programs read the same codes. */
@StagedoorTest
class ProblemLanguageTests {

    private static final String GERMAN = "Gültige Zugangsdaten sind nötig";

    @Autowired
    Http http;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT", "DE", "de-CH-1996, en;q=0.5", "fr, de;q=0.8, en;q=0.7", "en;q=0.1, de"})
    void isGermanWhereThatIsLikedBest(String languages) {
        var answer = me(languages);

        assertThat(answer.text("/title")).isEqualTo(GERMAN);
        assertThat(answer.text("/detail")).isEqualTo("Senden Sie ein gültiges Access-Token.");
        assertThat(answer.header("Content-Language")).isEqualTo("de");
        assertThat(answer.response().headers().allValues("Vary").toString()).containsIgnoringCase("Accept-Language");
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
    void isEnglishElse(String languages) {
        var answer = me(languages);

        assertThat(answer.text("/title")).isEqualTo("Valid credentials are required");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void namesEachFaultInIt() {
        var answer = http.post("/auth/register", """
                        {"email": "nobody", "password": "short", "firstName": " ", "phone": "12", "nickname": "x"}""")
                .header("Accept-Language", "de")
                .send()
                .expectFaults("nickname:unknown");
        assertThat(answer.text("/title")).startsWith("Ein Feld fehlt");
        assertThat(answer.text("/errors/0/message")).isEqualTo("ist kein bekanntes Feld");
        assertThat(answer.text("/detail")).isEqualTo("nickname ist kein bekanntes Feld");

        var faults = http.post("/auth/register", """
                        {"email": "nobody", "password": "long-enough-it-is", "firstName": " ", "lastName": "%s", "phone": "12"}""".formatted("x".repeat(101)))
                .header("Accept-Language", "de")
                .send()
                .expect(400);
        assertThat(faults.json()
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
    void doesNotFollowTheMachine() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            var answer = http.post("/auth/login", "{\"email\": \" \", \"password\": \"\"}")
                    .send()
                    .expectFaults("email:required", "password:required");
            assertThat(answer.text("/errors/0/message")).isEqualTo("must not be blank");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void holdsForWhatTheFrameworkRefuses() {
        assertThat(german("/nope").text("/detail")).isEqualTo("Unter diesem Pfad gibt es nichts.");
        assertThat(german("/activities?limit=many").text("/detail")).isEqualTo("limit hat nicht den richtigen Typ.");
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
