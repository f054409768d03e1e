package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CatalogActivityDto;
import dev.stagedoor.catalog.CatalogService;
import dev.stagedoor.favorite.FavoriteService;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The statistics equal the counted rows during concurrent writes, rollups and rebuilds. The test uses its own service,
 * because a rebuild covers all activities.
 */
@StagedoorTest
@TestPropertySource(properties = "stagedoor.favorites.fold-every=2d")
@Tag("fuzz")
class AggregatePropertyTests {

    private static final int WRITERS = 16;
    private static final int BATCHES = 8;
    private static final int STEPS = 90;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    FavoriteService favorites;

    @Autowired
    AggregateRollup rollup;

    @Autowired
    AggregateRebuildJob recount;

    @Autowired
    CatalogService catalog;

    @Autowired
    @Qualifier("accountPurge")
    Job purge;

    @Autowired
    JdbcClient jdbc;

    private final List<UUID> users = new CopyOnWriteArrayList<>();
    private final List<UUID> activities = new CopyOnWriteArrayList<>();
    private final AtomicInteger operations = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private UUID company;
    private UUID other;
    private Person owner;

    @Test
    void statisticsEqualTheRowsUnderConcurrentWrites() throws InterruptedException {
        company = things.company();
        other = things.company();
        owner = people.admin();
        Stream.generate(this::user).limit(60).forEach(users::add);
        activities.addAll(things.activities(company, 30));
        var background = new Thread(this::rollUpContinuously);
        background.start();
        try {
            for (var batch = 0; batch < BATCHES; batch++) {
                var seed = 4711 + batch * WRITERS;
                Together.run(WRITERS, writer -> write(new Random(seed + writer)));
                if (batch % 3 == 2) {
                    recount.run();
                }
                expectTheTruth();
            }
        } finally {
            over.set(true);
            background.join();
        }
        expectTheTruth();
        assertThat(failures).isEmpty();
        assertThat(operations).hasValueGreaterThanOrEqualTo(10_000);
    }

    private int write(Random random) {
        for (var step = 0; step < STEPS; step++) {
            try {
                operations.addAndGet(act(random));
            } catch (ProblemException | ConcurrencyFailureException refused) {
                // A concurrent call was faster. Nothing has changed.
                operations.incrementAndGet();
            }
        }
        return 0;
    }

    private static CurrentUser caller(UUID userId) {
        return new CurrentUser(userId, null, null, false, Instant.EPOCH, null);
    }

    /** Returns the number of favorites. */
    private int act(Random random) {
        var user = any(users, random);
        var activity = any(activities, random);
        var dice = random.nextInt(1000);
        if (dice < 500) {
            favorites.save(caller(user), activity);
        } else if (dice < 800) {
            favorites.remove(caller(user), activity);
        } else if (dice < 990) {
            var wanted = Stream.generate(() -> any(activities, random))
                    .limit(1 + random.nextInt(8))
                    .toList();
            favorites.importAll(user, wanted);
            return wanted.size();
        } else if (dice < 996) {
            leave(user);
            purge.run();
        } else if (dice < 998) {
            var to = random.nextBoolean() ? company : other;
            catalog.putActivity(
                    null,
                    new CatalogActivityDto(activity, to, "Moved", ActivityType.SERVICE, "https://example.com/m.jpg"));
        } else {
            activities.remove(activity);
            activities.add(things.activity(company));
            catalog.deleteActivity(null, activity);
        }
        return 1;
    }

    private void leave(UUID user) {
        users.remove(user);
        users.add(user());
        jdbc.sql("UPDATE users.users SET is_active = false, updated_at = now() - interval '31 days' WHERE id = ?")
                .param(user)
                .update();
    }

    /** Pauses between the runs, so that other transactions get the lock. */
    private void rollUpContinuously() {
        while (!over.get()) {
            try {
                rollup.rollUp();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
    }

    private void expectTheTruth() {
        expectTheTruth(company);
        expectTheTruth(other);
    }

    private void expectTheTruth(UUID company) {
        var truth = jdbc.sql("""
                SELECT a.id || ' ' || (SELECT count(*) FROM activities.user_activity_favorites f WHERE f.activity_id = a.id)
                       || ' ' || (SELECT count(*) FROM activities.user_activity_favorites f WHERE f.activity_id = a.id)
                                 + (SELECT count(*) FROM activities.favorite_removals r WHERE r.activity_id = a.id)
                       || ' ' || (SELECT count(*) FROM activities.favorite_removals r WHERE r.activity_id = a.id)
                FROM activities.activities a WHERE a.company_id = ? ORDER BY a.id""").param(company).query(String.class).list();
        var answer = http.get("/analytics/favorites?limit=200&companyId=" + company)
                .as(owner)
                .send()
                .expect(200);
        var items = answer.json()
                .at("/items")
                .valueStream()
                .map(item -> "%s %s %s %s"
                        .formatted(
                                item.at("/activityId").asString(),
                                item.at("/favoritesCount"),
                                item.at("/added"),
                                item.at("/removed")))
                .sorted()
                .toList();
        assertThat(items).isEqualTo(truth);
        var counts = new ArrayList<String>();
        http.get("/activities?sort=popular&limit=100&companyId=" + company)
                .send()
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> counts.add(item.at("/id").asString() + " " + item.at("/favoritesCount")));
        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(truth.stream()
                        .map(line -> line.split(" ")[0] + " " + line.split(" ")[1])
                        .toList());
        var points = http.get("/analytics/favorites/timeline?companyId=" + company)
                .as(owner)
                .send()
                .expect(200)
                .json()
                .at("/points");
        var totals = answer.json().at("/totals");
        assertThat(points.get(points.size() - 1).at("/favoritesCount")).isEqualTo(totals.at("/favoritesCount"));
        assertThat(sum(points, "/added")).isEqualTo(totals.at("/added").asLong());
        assertThat(sum(points, "/removed")).isEqualTo(totals.at("/removed").asLong());
    }

    private static long sum(JsonNode points, String figure) {
        return points.valueStream()
                .mapToLong(point -> point.at(figure).asLong())
                .sum();
    }

    private UUID user() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO users.users (id, email, password_hash, first_name, last_name)
                VALUES (?, ?, '!', 'A', 'B')""").params(id, id + "@example.com").update();
        return id;
    }

    private static UUID any(List<UUID> ids, Random random) {
        var now = List.copyOf(ids);
        return now.get(random.nextInt(now.size()));
    }
}
