package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service and its jobs behave alike with every locale and time zone of the machine. */
@Tag("process")
class MachineSettingsTests {

    private static final String OTHER_DIGITS = "(?s).*[\\p{Nd}&&[^0-9]].*";

    @ParameterizedTest
    @CsvSource({"ar, EG", "fa, IR", "tr, TR"})
    void localeDoesNotAffectTheService(String language, String country) {
        var database = TestDatabase.fresh();
        var locale = new String[] {"-Duser.language=" + language, "-Duser.country=" + country};
        try (var service = RunningService.start(database, RunningService.freePort(), locale)) {
            var people = service.people();
            var admin = people.signIn(people.admin());
            push(service.http(), admin);
            search(service.http(), admin);
            assertThat(service.http()
                            .post("/auth/login", "x".repeat(70_000))
                            .send()
                            .text("/detail"))
                    .isEqualTo("The body exceeds the limit of 64 KiB.");
            assertThat(String.join("\n", service.lines())).doesNotMatch(OTHER_DIGITS);
        }
        try (var job = RunningService.launch(database, 0, locale[0], locale[1], "--job=verify")) {
            assertThat(job.awaitExit()).as(String.join("\n", job.lines())).isZero();
            assertThat(String.join("\n", job.lines()))
                    .contains(" invariants, 0 violated")
                    .doesNotMatch(OTHER_DIGITS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IST", "Asia/Calcutta", "US/Pacific", "Pacific/Kiritimati", "America/St_Johns"})
    void databaseSessionsUseUtc(String zone) {
        try (var service =
                RunningService.start(TestDatabase.fresh(), RunningService.freePort(), "-Duser.timezone=" + zone)) {
            service.jdbc()
                    .sql("ALTER TABLE users.users ADD COLUMN zone text DEFAULT current_setting('TimeZone')")
                    .update();

            var person = service.people().anyone();

            assertThat(service.jdbc()
                            .sql("SELECT zone FROM users.users WHERE id = ?")
                            .param(person.id())
                            .query(String.class)
                            .single())
                    .isEqualTo("UTC");
        }
    }

    private static void push(Http http, Person admin) {
        http.put("/catalog/activities", "{\"items\": [{\"companyId\": null}]}")
                .as(admin)
                .send()
                .expectFaults(
                        "items[0].id:required",
                        "items[0].companyId:required",
                        "items[0].title:required",
                        "items[0].type:required");
    }

    private static void search(Http http, Person admin) {
        assertThat(http.get("/admin/users?search=" + admin.email().substring(0, 12))
                        .as(admin)
                        .send()
                        .expect(200)
                        .items("id"))
                .containsExactly(admin.id().toString());
        http.get("/favorites?limit=2").as(admin).send().expect(200);
        http.get("/admin/audit-events?limit=2").as(admin).send().expect(200);
        http.get("/activities?sort=popular").send().expect(200);
    }
}
