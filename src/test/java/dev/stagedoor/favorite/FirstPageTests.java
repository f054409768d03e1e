package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.favorite.FirstPages.Page;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read together is what each would have read alone. */
@StagedoorTest
class FirstPageTests {

    private static final FavoriteFilter ALL = new FavoriteFilter(null, null);

    @Autowired
    FirstPages pages;

    @Autowired
    FavoriteStatements favorites;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    private Person mia;
    private Person ben;
    private Person nobodyYet;

    @BeforeEach
    void save() {
        mia = people.anyone();
        ben = people.anyone();
        nobodyYet = people.anyone();
        var company = things.company();
        var shared = things.activity(company);
        var moment = Instant.parse("2026-01-02T03:04:05Z");
        things.favorite(mia.id(), shared, moment);
        things.favorite(ben.id(), shared, moment);
        for (var number = 0; number < 4; number++) {
            // The first two at one moment, so that the ids have to order them.
            things.favorite(mia.id(), things.activity(company), moment.plusSeconds(number / 2));
        }
    }

    @Test
    void eachIsAnsweredInItsOwnPlaceAndUpToItsOwnLimit() {
        var wanted = List.of(
                new Page(mia.id(), 2),
                new Page(nobodyYet.id(), 20),
                new Page(ben.id(), 1),
                new Page(UUID.randomUUID(), 100),
                new Page(mia.id(), 20));

        var found = pages.listAll(wanted);

        assertThat(found).hasSize(wanted.size());
        for (var place = 0; place < wanted.size(); place++) {
            var page = wanted.get(place);
            assertThat(found.get(place).orElseThrow())
                    .isEqualTo(favorites.list(page.user(), ALL, FavoriteKeyset.first(page.limit())));
        }
        assertThat(found.get(0).orElseThrow()).as("the limit and one more").hasSize(3);
        assertThat(found.get(4).orElseThrow()).hasSize(5);
    }

    @Test
    void manyWhoAskAtOnceEachGetTheirOwn() {
        var mine = ids(mia);
        var bens = ids(ben);
        assertThat(mine).hasSize(5).doesNotContainAnyElementsOf(bens);

        var answers = Together.run(
                24,
                number -> IntStream.range(0, 20)
                        .mapToObj(time -> ids(number % 2 == 0 ? mia : ben))
                        .toList());

        for (var number = 0; number < 24; number++) {
            assertThat(answers.get(number)).containsOnly(number % 2 == 0 ? mine : bens);
        }
    }

    @Test
    void whatWasSavedBeforeTheCallIsOnThePageWhateverOthersRead() {
        Together.run(8, number -> {
            var person = people.anyone();
            for (var time = 1; time <= 10; time++) {
                http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(things.activity()))
                        .as(person)
                        .send()
                        .expect(201);
                assertThat(ids(person)).hasSize(time);
            }
            return person;
        });
    }

    private List<String> ids(Person person) {
        return http.get("/favorites?limit=20").as(person).send().expect(200).items("id");
    }
}
