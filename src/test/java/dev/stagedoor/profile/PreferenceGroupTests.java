package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.profile.NotificationPreferenceBatches.Change;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Flags that are changed together are what each change would have made of them alone. */
@StagedoorTest
class PreferenceGroupTests {

    @Autowired
    NotificationPreferenceBatches groups;

    @Autowired
    UserProfileStatements profiles;

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
    void eachChangesItsOwnFlagsAndOnlyThoseNamed() {
        var results = groups.changeAll(List.of(
                new Change(mia.id(), null, false, null),
                new Change(UUID.randomUUID(), false, false, false),
                new Change(ben.id(), false, null, true)));

        assertThat(results.get(0).orElseThrow()).isEqualTo(profiles.preferences(mia.id()));
        assertThat(results.get(1)).isEmpty();
        assertThat(results.get(2).orElseThrow()).isEqualTo(profiles.preferences(ben.id()));
        expectFlags(mia, true, false, false);
        expectFlags(ben, false, true, true);
    }

    @Test
    void ofTwoChangesOfOnePersonOneIsLeft() {
        var results = groups.changeAll(
                List.of(new Change(mia.id(), null, false, null), new Change(mia.id(), null, null, true)));

        assertThat(results.get(0)).isPresent();
        assertThat(results.get(1)).isEmpty();
        expectFlags(mia, true, false, false);
    }

    @Test
    void whoIsHeldByAnotherHoldsNobodyUp() {
        var results = transaction.execute(status -> {
            service.lock(mia.id());
            return CompletableFuture.supplyAsync(() -> groups.changeAll(
                            List.of(new Change(mia.id(), null, false, null), new Change(ben.id(), null, false, null))))
                    .join();
        });

        assertThat(results.get(0)).isEmpty();
        assertThat(results.get(1)).isPresent();
        expectFlags(mia, true, true, false);
        expectFlags(ben, true, false, false);
    }

    private void expectFlags(Person person, boolean master, boolean push, boolean email) {
        var preferences = profiles.preferences(person.id()).orElseThrow();
        assertThat(List.of(preferences.notificationsEnabled(), preferences.pushEnabled(), preferences.emailEnabled()))
                .containsExactly(master, push, email);
    }
}
