package dev.stagedoor.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.job.Jobs;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.TestDatabase;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Writes over HTTP and records the acknowledged sign-ups and favorites. Failed requests are not recorded, whether or not
 * they were executed.
 */
final class Ledger {

    private static final int WRITERS = 6;

    private final TestDatabase.Url database;
    private final List<UUID> activities = new ArrayList<>();
    private final Queue<UUID> people = new ConcurrentLinkedQueue<>();
    private final Queue<Saved> favorites = new ConcurrentLinkedQueue<>();

    Ledger(TestDatabase.Url database) {
        this.database = database;
    }

    /** Creates activities. */
    void prepare() {
        var company = UUID.randomUUID();
        jdbc().sql("INSERT INTO companies.companies (id, name) VALUES (?, 'Crash')")
                .param(company)
                .update();
        for (var number = 0; number < 20; number++) {
            var activity = UUID.randomUUID();
            jdbc().sql(
                            "INSERT INTO activities.activities (id, company_id, type, title) VALUES (?, ?, 'SLOT_BASED', 'A')")
                    .params(activity, company)
                    .update();
            activities.add(activity);
        }
    }

    /** Writes while {@code work} runs. */
    void writeDuring(Http http, Work work) throws Exception {
        var over = new AtomicBoolean();
        var writers = new ArrayList<Thread>();
        for (var number = 0; number < WRITERS; number++) {
            var writer = new Thread(() -> {
                while (!over.get()) {
                    write(http);
                }
            });
            writer.start();
            writers.add(writer);
        }
        try {
            work.run();
        } finally {
            over.set(true);
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    private void write(Http http) {
        try {
            var registered = http.post("/auth/register", People.registration(People.anyEmail()))
                    .send();
            if (registered.status() != 201) {
                return;
            }
            var person = UUID.fromString(registered.text("/user/id"));
            people.add(person);
            for (var activity : activities) {
                var saved = http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                        .bearer(registered.text("/accessToken"))
                        .send();
                if (saved.status() == 201) {
                    favorites.add(new Saved(person, activity));
                }
            }
        } catch (UncheckedIOException away) {
            // Not acknowledged.
        }
    }

    int size() {
        return people.size() + favorites.size();
    }

    /** Asserts that all acknowledged writes are persisted and that the data is consistent. */
    void assertPersisted() {
        assertThat(size()).isPositive();
        assertThat(jdbc().sql("SELECT id FROM users.users").query(UUID.class).set())
                .containsAll(people);
        assertThat(jdbc().sql("SELECT user_id, activity_id FROM activities.user_activity_favorites")
                        .query((row, number) -> new Saved(
                                row.getObject("user_id", UUID.class), row.getObject("activity_id", UUID.class)))
                        .set())
                .containsAll(favorites);
        assertThat(jdbc().sql("""
                        SELECT count(*) FROM users.users u
                        WHERE (SELECT count(*) FROM users.user_profiles p WHERE p.user_id = u.id) <> 1""").query(Long.class).single()).isZero();
        assertThat(new Jobs(database).run("verify")).isZero();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
    }

    interface Work {

        void run() throws Exception;
    }

    private record Saved(UUID person, UUID activity) {}
}
