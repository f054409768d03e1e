package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The statements that {@code ops/explain} shows are those that the service sends, word by word. */
@StagedoorTest
class ExplainedStatementTests {

    private static final Pattern PREPARED =
            Pattern.compile("^PREPARE (\\w+) \\([^)]*\\) AS\\n(.*?);$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Of calls that need an identity provider or an API key. */
    private static final Set<String> ASKED_ELSEWHERE = Set.of("identity", "api_key");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    StatementCount statements;

    @Autowired
    ScheduledTaskHolder schedule;

    @Test
    void theServiceSendsEachOfThem() throws IOException {
        var company = things.company();
        var activity = things.activity(company);
        var other = things.activity(company);
        var member = people.member(company, "OWNER");
        things.favorite(member.id(), activity, Instant.now());
        things.favorite(member.id(), other, Instant.now());

        var sent = new TreeSet<String>();
        statements
                .during(() -> {
                    var session = people.signIn(member);
                    http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(session.refreshToken()))
                            .send()
                            .expect(200);
                    http.get("/me").as(member).send().expect(200);
                    http.patch("/me/notification-preferences", "{\"pushEnabled\": true}")
                            .as(member)
                            .send()
                            .expect(200);
                    var cursor = http.get("/favorites?limit=1")
                            .as(member)
                            .send()
                            .expect(200)
                            .text("/nextCursor");
                    http.get("/favorites?limit=1&cursor=" + cursor)
                            .as(member)
                            .send()
                            .expect(200);
                    http.get("/favorites?activityId=" + activity)
                            .as(member)
                            .send()
                            .expect(200);
                    http.get("/activities").as(member).send().expect(200);
                    http.get("/activities?search=climb").as(member).send().expect(200);
                    http.get("/activities?sort=popular").as(member).send().expect(200);
                    http.get("/activities/" + activity).as(member).send().expect(200);
                    http.get("/analytics/favorites").as(member).send().expect(200);
                    http.get("/analytics/favorites/timeline").as(member).send().expect(200);
                    http.delete("/favorites/" + activity).as(member).send().expect(204);
                    http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                            .as(member)
                            .send()
                            .expect(201);
                    fold();
                })
                .forEach(sql -> sent.add(words(sql)));

        var shown = PREPARED.matcher(Files.readString(Path.of("ops/explain.sql")))
                .results()
                .filter(statement -> !ASKED_ELSEWHERE.contains(statement.group(1)))
                .map(statement -> words(statement.group(2)))
                .collect(Collectors.toSet());
        assertThat(shown).hasSize(24);
        assertThat(sent).containsAll(shown);
    }

    private void fold() {
        schedule.getScheduledTasks().stream()
                .filter(task -> task.toString().endsWith("FavoriteFolding.fold"))
                .forEach(task -> task.getTask().getRunnable().run());
    }

    private static String words(String sql) {
        return sql.replaceAll("[$][0-9]+", "?").replaceAll("\\s+", " ").strip();
    }
}
