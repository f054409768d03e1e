package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.ProfileChanged;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Validity of cache entries. {@link UserCacheTests} tests the responses after each kind of change. */
@StagedoorTest
class UserCacheEntryTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    MeQuery query;

    @Autowired
    UserCache cache;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MeterRegistry meters;

    private Person person;

    @BeforeEach
    void cacheUser() {
        person = people.anyone();
        expectTheFirstName("Mia");
    }

    @Test
    void committedChangeEvictsTheEntry() {
        var view = query.read(person.id()).orElseThrow();

        transaction.executeWithoutResult(status -> events.publishEvent(new ProfileChanged(person.id())));

        assertThat(isCached(view)).isFalse();
    }

    @Test
    void rolledBackChangeKeepsTheEntry() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ProfileChanged(person.id()));
            status.setRollbackOnly();
        });

        assertThat(isCached(query.read(person.id()).orElseThrow())).isTrue();
    }

    @Test
    void readThatStartedBeforeAChangeDoesNotFillTheCache() {
        var other = people.anyone();
        var before = query.read(other.id()).orElseThrow();

        var returned = cache.get(other.id(), () -> {
            http.patch("/me", "{\"firstName\": \"Maja\"}").as(other).send().expect(200);
            return before;
        });

        assertThat(returned).isSameAs(before);
        assertThat(isCached(before)).isFalse();
        assertThat(http.get("/me").as(other).send().expect(200).text("/firstName"))
                .isEqualTo("Maja");
    }

    @Test
    void entryIsReadAgainAfterOneSecond() {
        var view = query.read(person.id()).orElseThrow();

        await().atMost(Duration.ofSeconds(30)).until(() -> !isCached(view));
    }

    /** Concurrent reads may store outdated entries at any time. */
    @Test
    void outdatedEntriesAreNotUsedAfterConcurrentReads() {
        for (var round = 0; round < 5; round++) {
            var name = "Mia" + round;
            Together.run(
                    8,
                    index -> index == 0
                            ? http.patch("/me", "{\"firstName\": \"%s\"}".formatted(name))
                                    .as(person)
                                    .send()
                                    .expect(200)
                            : http.get("/me").as(person).send().expect(200));

            expectTheFirstName(name);
        }
    }

    @Test
    void hitsAndMissesAreCounted() {
        var hits = gets("hit");
        var misses = gets("miss");
        var other = people.anyone();

        for (var count = 0; count < 3; count++) {
            http.get("/me").as(other).send().expect(200);
        }

        assertThat(gets("miss")).isEqualTo(misses + 1);
        assertThat(gets("hit")).isEqualTo(hits + 2);
    }

    /** Whether the cache returns a value without calling the given read. */
    private boolean isCached(Representation<MeDto> view) {
        return cache.get(view.body().id(), () -> view) != view;
    }

    private double gets(String result) {
        return meters.get("cache.gets")
                .tag("cache", "user")
                .tag("result", result)
                .counter()
                .count();
    }

    private void expectTheFirstName(String name) {
        assertThat(http.get("/me").as(person).send().expect(200).text("/firstName"))
                .isEqualTo(name);
    }
}
