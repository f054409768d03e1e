package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.analytics.StatisticsVersions.Request;
import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CatalogActivityDto;
import dev.stagedoor.catalog.CatalogService;
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

/** A batch returns the same versions as requests that are read one by one. */
@StagedoorTest
class StatisticsVersionsTests {

    @Autowired
    StatisticsVersions versions;

    @Autowired
    AggregateRollup rollup;

    @Autowired
    CatalogService catalog;

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
    void everyRequestGetsItsOwnVersion() {
        var member = person(people.member(company, "OWNER").id(), false);
        var admin = person(people.admin().id(), true);
        var stranger = person(people.anyone().id(), false);
        var key = new StatisticsRequester(UUID.randomUUID(), false, other);
        var requests = List.of(
                new Request(member, company),
                new Request(member, other),
                new Request(stranger, company),
                new Request(admin, other),
                new Request(admin, UUID.randomUUID()),
                new Request(key, other),
                new Request(key, company),
                new Request(member, company));

        var results = versions.read(requests);

        assertThat(results)
                .isEqualTo(requests.stream()
                        .map(request -> versions.find(request.requester(), request.companyId()))
                        .toList());
        assertThat(results.stream().map(Optional::isPresent))
                .containsExactly(true, false, false, true, false, true, false, true);
        assertThat(results.get(0)).isNotEqualTo(results.get(3));
        assertThat(results.get(3)).isEqualTo(results.get(5));
    }

    @Test
    void companyWithPendingChangesHasNoVersion() {
        var admin = person(people.admin().id(), true);
        var activity = things.activity(company);
        things.favorite(people.anyone().id(), activity, Instant.now());

        assertThat(versions.read(List.of(new Request(admin, company), new Request(admin, other))))
                .satisfiesExactly(
                        version -> assertThat(version).isEmpty(),
                        version -> assertThat(version).isPresent());
    }

    @Test
    void rollupChangesTheVersion() {
        var admin = person(people.admin().id(), true);
        var before = versions.find(admin, other);
        things.favorite(people.anyone().id(), things.activity(company), Instant.now());

        rollup.rollUp();

        assertThat(versions.find(admin, other)).isPresent().isNotEqualTo(before);
    }

    @Test
    void renamedActivityChangesOnlyTheVersionOfItsCompany() {
        var admin = person(people.admin().id(), true);
        var renamed = things.activity(company);
        var before = versions.find(admin, company);
        var ofOther = versions.find(admin, other);

        catalog.putActivity(null, new CatalogActivityDto(renamed, company, "Renamed", ActivityType.SERVICE, null));

        assertThat(versions.find(admin, company)).isPresent().isNotEqualTo(before);
        assertThat(versions.find(admin, other)).isEqualTo(ofOther);
    }

    private static StatisticsRequester person(UUID id, boolean admin) {
        return new StatisticsRequester(id, admin, null);
    }
}
