package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.profile.UserProfileStatements.PreferencesChange;
import dev.stagedoor.profile.UserProfileStatements.PreferencesResult;
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
class PreferenceBatchTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00.123456Z");

    @Autowired
    UserProfileRepository profiles;

    @Autowired
    ProfileService service;

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
                new PreferencesChange(mia.id(), null, null, false, null),
                new PreferencesChange(UUID.randomUUID(), null, false, false, false),
                new PreferencesChange(ben.id(), null, false, null, true));

        assertThat(results.get(0).preferences())
                .isEqualTo(profiles.findPreferences(mia.id()).orElseThrow());
        assertThat(results.get(1)).isNull();
        assertThat(results.get(2).preferences())
                .isEqualTo(profiles.findPreferences(ben.id()).orElseThrow());
        expectFlags(mia, true, false, false);
        expectFlags(ben, false, true, true);
    }

    @Test
    void secondChangeOfAUserIsSkipped() {
        var results = update(
                new PreferencesChange(mia.id(), null, null, false, null),
                new PreferencesChange(mia.id(), null, null, null, true));

        assertThat(results.get(0)).isNotNull();
        assertThat(results.get(1)).isNull();
        expectFlags(mia, true, false, false);
    }

    @Test
    void changeOfAnUnknownUserReturnsNoPreferences() {
        assertThat(update(new PreferencesChange(UUID.randomUUID(), null, false, false, false)))
                .containsExactly(new PreferencesResult(null));
    }

    @Test
    void lockedProfileIsSkippedAndDoesNotBlockTheOthers() {
        var results = transaction.execute(status -> {
            service.locked(mia.id());
            return CompletableFuture.supplyAsync(() -> update(
                            new PreferencesChange(mia.id(), null, null, false, null),
                            new PreferencesChange(ben.id(), null, null, false, null)))
                    .join();
        });

        assertThat(results.get(0)).isNull();
        assertThat(results.get(1)).isNotNull();
        expectFlags(mia, true, true, false);
        expectFlags(ben, true, false, false);
    }

    private List<PreferencesResult> update(PreferencesChange... changes) {
        return profiles.updatePreferences(List.of(changes), NOW);
    }

    private void expectFlags(Person person, boolean notifications, boolean push, boolean email) {
        var preferences = service.preferences(person.id());
        assertThat(List.of(preferences.notificationsEnabled(), preferences.pushEnabled(), preferences.emailEnabled()))
                .containsExactly(notifications, push, email);
    }
}
