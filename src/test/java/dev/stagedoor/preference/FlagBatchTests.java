package dev.stagedoor.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.preference.FlagRepository.FlagResult;
import dev.stagedoor.profile.ProfileService;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A batch of changes has the same effects as its changes executed one by one. */
@StagedoorTest
class FlagBatchTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00.123456Z");

    @Autowired
    FlagRepository flags;

    @Autowired
    PreferenceQuery query;

    @Autowired
    ConsentHistory history;

    @Autowired
    ProfileService profiles;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    People people;

    private Person mia;
    private Person ben;

    @BeforeEach
    void register() {
        mia = people.anyone();
        ben = people.anyone();
    }

    @Test
    void everyChangeWritesOnlyItsOwnFlags() {
        var results = update(
                change(mia.id(), null, false, null),
                change(UUID.randomUUID(), false, false, false),
                change(ben.id(), false, null, true));

        assertThat(results.get(0).preferences()).isEqualTo(stored(mia));
        assertThat(results.get(1)).isNull();
        assertThat(results.get(2).preferences()).isEqualTo(stored(ben));
        expectFlags(mia, true, false, false);
        expectFlags(ben, false, true, true);
    }

    @Test
    void everyChangedFlagIsRecorded() {
        update(change(mia.id(), true, false, null), change(ben.id(), false, null, true));

        assertThat(history.listAll(mia.id()))
                .containsExactly(new ConsentDto(null, NotificationChannel.PUSH, false, ConsentSource.APP, NOW));
        assertThat(history.listAll(ben.id()))
                .containsExactlyInAnyOrder(
                        new ConsentDto(null, null, false, ConsentSource.APP, NOW),
                        new ConsentDto(null, NotificationChannel.EMAIL, true, ConsentSource.APP, NOW));
    }

    @Test
    void unchangedFlagsKeepTheTimeOfTheLastChange() {
        var before = stored(mia);

        var results = update(change(mia.id(), true, true, false), change(ben.id(), null, false, null));

        assertThat(results.get(0).preferences()).isEqualTo(before);
        assertThat(history.listAll(mia.id())).isEmpty();
        assertThat(stored(ben).updatedAt()).isEqualTo(NOW);
    }

    @Test
    void secondChangeOfAUserIsSkipped() {
        var results = update(change(mia.id(), null, false, null), change(mia.id(), null, null, true));

        assertThat(results.get(0)).isNotNull();
        assertThat(results.get(1)).isNull();
        expectFlags(mia, true, false, false);
    }

    @Test
    void changeOfAnUnknownUserReturnsNoPreferences() {
        assertThat(update(change(UUID.randomUUID(), false, false, false))).containsExactly(new FlagResult(null));
    }

    @Test
    void lockedProfileIsSkippedAndDoesNotBlockTheOthers() {
        var results = transaction.execute(status -> {
            profiles.lock(mia.id());
            return CompletableFuture.supplyAsync(
                            () -> update(change(mia.id(), null, false, null), change(ben.id(), null, false, null)))
                    .join();
        });

        assertThat(results.get(0)).isNull();
        assertThat(results.get(1)).isNotNull();
        expectFlags(mia, true, true, false);
        expectFlags(ben, true, false, false);
    }

    private static FlagChange change(UUID userId, Boolean notifications, Boolean push, Boolean email) {
        return new FlagChange(userId, null, null, notifications, push, email);
    }

    private List<FlagResult> update(FlagChange... changes) {
        return flags.update(List.of(changes), NOW);
    }

    private StoredPreferences stored(Person person) {
        return query.find(person.id()).orElseThrow();
    }

    private void expectFlags(Person person, boolean notifications, boolean push, boolean email) {
        var stored = stored(person);
        assertThat(List.of(stored.notificationsEnabled(), stored.pushEnabled(), stored.emailEnabled()))
                .containsExactly(notifications, push, email);
    }
}
