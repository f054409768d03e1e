package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StagedoorTest
class StatsTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void statisticsCountCurrentRows() {
        var admin = people.admin();
        var before = http.get("/admin/stats").as(admin).send().expect(200).json();
        people.anyone();

        var after = http.get("/admin/stats").as(admin).send().expect(200).json();

        assertThat(after.at("/totalUsers").asLong())
                .isEqualTo(before.at("/totalUsers").asLong() + 1);
        assertThat(after.at("/signupsLast24Hours").asLong())
                .isEqualTo(before.at("/signupsLast24Hours").asLong() + 1);
        assertThat(after.at("/usersByRole").propertyNames()).containsExactly("PARTICIPANT", "ADMIN");
    }
}
