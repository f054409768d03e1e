package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

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

/** First pages that are read with one statement are equal to pages that are read alone. */
@StagedoorTest
class FirstPageTests {

    @Autowired
    FavoriteRepository favorites;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    private Person mia;
    private Person ben;
    private Person newUser;

    @BeforeEach
    void save() {
        mia = people.anyone();
        ben = people.anyone();
        newUser = people.anyone();
        var company = things.company();
        var shared = things.activity(company);
        var moment = Instant.parse("2026-01-02T03:04:05Z");
        things.favorite(mia.id(), shared, moment);
        things.favorite(ben.id(), shared, moment);
        for (var number = 0; number < 4; number++) {
            // The first two have the same time, so that their ids determine the order.
            things.favorite(mia.id(), things.activity(company), moment.plusSeconds(number / 2));
        }
    }

    @Test
    void everyUserGetsTheirOwnPage() {
        var users = List.of(mia.id(), newUser.id(), ben.id(), UUID.randomUUID(), mia.id());

        var pages = favorites.pages(users, FavoriteFilter.NONE, null, 3);

        assertThat(pages).hasSize(users.size());
        for (var index = 0; index < users.size(); index++) {
            assertThat(pages.get(index))
                    .isEqualTo(favorites
                            .pages(List.of(users.get(index)), FavoriteFilter.NONE, null, 3)
                            .get(0));
        }
        assertThat(pages).extracting(List::size).containsExactly(3, 0, 1, 0, 3);
    }

    @Test
    void concurrentRequestsReturnThePagesOfTheirCallers() {
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
    void savedFavoriteIsOnThePageThatIsReadAfterwards() {
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
