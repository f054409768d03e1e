package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.analytics.StatisticsVersions.Asked;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is asked together is answered as it would be alone, to each viewer what it may know. */
@StagedoorTest
class StatisticsVersionsTests {

    @Autowired
    StatisticsVersions versions;

    @Autowired
    People people;

    @Autowired
    Things things;

    private UUID company;
    private UUID other;

    @BeforeEach
    void open() {
        company = things.company();
        other = things.company();
        things.activity(company);
        things.activity(other);
        things.activity(other);
    }

    @Test
    void eachIsAnsweredInItsOwnPlace() {
        var member = person(people.member(company, "OWNER").id(), false);
        var admin = person(people.admin().id(), true);
        var stranger = person(people.anyone().id(), false);
        var key = new StatisticsRequester(UUID.randomUUID(), false, other);
        var asked = List.of(
                new Asked(member, company),
                new Asked(member, other),
                new Asked(stranger, company),
                new Asked(admin, other),
                new Asked(admin, UUID.randomUUID()),
                new Asked(key, other),
                new Asked(key, company),
                new Asked(member, company));

        var together = versions.many(asked);

        assertThat(together)
                .isEqualTo(asked.stream()
                        .map(one -> Optional.of(versions.of(one.viewer(), one.company())))
                        .toList());
        assertThat(together.stream().map(version -> version.orElseThrow().isPresent()))
                .containsExactly(true, false, false, true, false, true, false, true);
        assertThat(together.get(0)).isNotEqualTo(together.get(3));
        assertThat(together.get(3)).isEqualTo(together.get(5));
    }

    @Test
    void thereIsNoneWhileSomethingIsNotFolded() {
        var admin = person(people.admin().id(), true);
        var activity = things.activity(company);
        things.favorite(people.anyone().id(), activity, Instant.now());

        assertThat(versions.many(List.of(new Asked(admin, company), new Asked(admin, other))))
                .satisfiesExactly(
                        version -> assertThat(version.orElseThrow()).isEmpty(),
                        version -> assertThat(version.orElseThrow()).isPresent());
    }

    private static StatisticsRequester person(UUID id, boolean admin) {
        return new StatisticsRequester(id, admin, null);
    }
}
