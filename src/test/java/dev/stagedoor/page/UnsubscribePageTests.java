package dev.stagedoor.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.web.PublicUrl;
import dev.stagedoor.preference.UnsubscribeLinks;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class UnsubscribePageTests {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    UnsubscribeLinks links;

    @Autowired
    PublicUrl publicUrl;

    @Autowired
    JdbcClient jdbc;

    private Person person;
    private String path;

    @BeforeEach
    void createLink() {
        person = people.anyone();
        path = path(person.id(), "favorites");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void invalidTokenReturns400(String method) {
        var other = path(people.anyone().id(), "favorites");
        var valid = path.substring(path.lastIndexOf('/') + 1);
        var otherToken = other.substring(other.lastIndexOf('/') + 1);

        for (var token : List.of(
                "x",
                "A".repeat(110),
                valid + "A",
                valid.substring(1),
                valid.substring(0, 22) + otherToken.substring(22))) {
            var problem = call(method, "/unsubscribe/" + token, "application/json");
            problem.expectProblem(400, "invalid-token");
            assertThat(problem.header("Cache-Control")).contains("no-store");
            call(method, "/unsubscribe/" + token, "*/*").expectProblem(400, "invalid-token");
            var page = call(method, "/unsubscribe/" + token, HTML).expect(400);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.body()).contains("The link is not valid").doesNotContain("<form");
        }
        assertThat(consents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void otherMethodsReturn405(String method) {
        call(method, path, HTML).expectProblem(405, "method-not-allowed");
    }

    @Test
    void getShowsAFormAndChangesNothing() {
        var page = call("GET", path + "?utm_source=mail", HTML).expect(200);

        assertThat(page.body())
                .contains("method=\"post\"", "name=\"List-Unsubscribe\" value=\"One-Click\"", "“Favorites”")
                .doesNotContain("<script");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(isEmailEnabled()).isTrue();
        assertThat(consents()).isEmpty();
    }

    @Test
    void pageFollowsTheLanguageOfTheRequest() {
        var page = http.get(path).header("Accept-Language", "de").send().expect(200);

        assertThat(page.body()).contains("lang=\"de\"", "„Favoriten“", "Abbestellen");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            application/x-www-form-urlencoded                    | List-Unsubscribe=One-Click
            multipart/form-data; boundary=b                      | --b%r%nContent-Disposition: form-data; name="List-Unsubscribe"%r%n%r%nOne-Click%r%n--b--%r%n
            -                                                    | -
            """)
    void postTurnsOffTheEmails(String type, String body) {
        var call = http.call(
                        "POST",
                        path,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(
                                        body.replace("%r", "\r").replace("%n", "\n")))
                .header("Origin", "https://mail.example.com");

        var page =
                (type == null ? call : call.header("Content-Type", type)).send().expect(200);

        assertThat(page.body()).contains("You are unsubscribed");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(isEmailEnabled()).isFalse();
        assertThat(consents()).containsExactly("favorites EMAIL false UNSUBSCRIBE_LINK");
    }

    @Test
    void repeatedPostChangesNothing() {
        post(path).expect(200);
        var before = preferences();

        post(path).expect(200);

        assertThat(preferences().header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(consents()).hasSize(1);
    }

    @Test
    void postChangesTheTagAndKeepsOtherChoices() {
        var before = preferences();

        post(path).expect(200);

        var after = preferences();
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(after.text("/updatedAt")).isGreaterThan(before.text("/updatedAt"));
        assertThat(after.text("/emailEnabled")).isEqualTo(before.text("/emailEnabled"));
        assertThat(after.body()).contains("\"key\":\"favorites\"").contains("\"push\":true,\"email\":false");
    }

    @Test
    void emailsThatAreOffByDefaultNeedNoChoice() {
        post(path(person.id(), "offers")).expect(200);

        assertThat(consents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"security", "deleted"})
    void mandatoryAndDeletedCategoriesAreIgnored(String category) {
        var link = path(person.id(), category);

        call("GET", link, HTML).expect(200);
        post(link).expect(200);

        assertThat(consents()).isEmpty();
    }

    @Test
    void deletedAccountReturns200() {
        var link = path(UUID.randomUUID(), "favorites");

        call("GET", link, HTML).expect(200);
        post(link).expect(200);
    }

    @Test
    void credentialsAreIgnored() {
        http.call("POST", path, BodyPublishers.noBody())
                .bearer("invalid")
                .send()
                .expect(200);
        http.get(path).header("X-API-Key", "invalid").send().expect(200);

        assertThat(isEmailEnabled()).isFalse();
    }

    private String path(UUID userId, String category) {
        var url = links.url(userId, category);
        assertThat(url).startsWith(publicUrl.url().uri() + "/unsubscribe/");
        return url.substring(publicUrl.url().uri().toString().length());
    }

    private Answer call(String method, String target, String accept) {
        return http.call(method, target, BodyPublishers.noBody())
                .header("Accept", accept)
                .send();
    }

    private Answer post(String target) {
        return call("POST", target, HTML);
    }

    private Answer preferences() {
        return http.get("/me/notification-preferences").as(person).send().expect(200);
    }

    private boolean isEmailEnabled() {
        return preferences()
                .json()
                .at("/categories")
                .valueStream()
                .filter(category -> category.get("key").asString().equals("favorites"))
                .allMatch(category -> category.get("email").booleanValue());
    }

    private List<String> consents() {
        return jdbc.sql("""
                SELECT concat_ws(' ', category, channel, CAST(enabled AS text), source)
                FROM users.notification_consents WHERE user_id = ?""").param(person.id()).query(String.class).list();
    }
}
