package dev.stagedoor.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Search and filters of the public catalog. */
@StagedoorTest
class ActivityListTests {

    @Autowired
    Http http;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private UUID company;

    @BeforeEach
    void open() {
        company = things.company();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483647"})
    void limitOutOfRangeReturns400(String limit) {
        http.get("/activities?limit=" + limit).send().expectFaults("limit:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=x",
                "type=FOO",
                "type=service",
                "companyId=1",
                "companyId=nope",
                "sort=best",
                "sort=POPULAR",
                "sort=Best"
            })
    void valueOfAnotherTypeReturns400(String query) {
        http.get("/activities?" + query).send().expectProblem(400, "malformed-request");
    }

    @Test
    void longSearchReturns400() {
        http.get("/activities?search=" + "a".repeat(101)).send().expectFaults("search:out-of-range");
        assertThat(search("a".repeat(100))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "a\nb", "\u001f", "a\u2028b"})
    void searchWithALineBreakReturns400(String search) {
        http.get("/activities?search=" + encoded(search)).send().expectFaults("search:malformed");
    }

    @Test
    void unknownCompanyReturnsAnEmptyList() {
        assertThat(http.get("/activities?companyId=" + UUID.randomUUID())
                        .send()
                        .expect(200)
                        .body())
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @CsvSource({"jazz", "JAZZ", "jAzZ", "free jazz n", "Night", "' jazz '", "2026", "z", "IG", "azz", "6 🎷🎺", "🎷🎺🥁"
    })
    void searchIsCaseInsensitive(String search) {
        var night = things.activity(company, "SLOT_BASED", "Free Jazz Night 2026 🎷🎺🥁");
        things.activity(company, "SLOT_BASED", "Chamber music");

        assertThat(search(search)).containsExactly(night.toString());
    }

    @ParameterizedTest
    @CsvSource({"ÜBER,über den Wolken", "über,ÜBER DEN WOLKEN", "ЧАЙКА,Чайка", "ÉTÉ,Un été"})
    void searchIsCaseInsensitiveForOtherAlphabets(String search, String title) {
        var activity = things.activity(company, "SLOT_BASED", title);

        assertThat(search(search)).containsExactly(activity.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "cafe,Café Zoë",
        "CAFÉ,cafe\u0301 Zoë",
        "cafe\u0301,Café Zoë",
        "Café,Cafe Zoe",
        "zoë,Cafe Zoe",
        "é,e",
        "한,한국",
        "ガ,ガラス"
    })
    void searchIgnoresAccentsAndComposition(String search, String title) {
        things.activity(company, "SLOT_BASED", "カード 하");
        var activity = things.activity(company, "SLOT_BASED", "x");
        jdbc.sql("UPDATE activities.activities SET title = ? WHERE id = ?")
                .params(title, activity)
                .update();

        assertThat(search(search)).containsExactly(activity.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    %     | 100% fun
                    0%    | 100% fun
                    _     | snake_case
                    e_c   | snake_case
                    \\    | back\\slash
                    \\s   | back\\slash
                    %_    | odd %_\\ title
                    _\\   | odd %_\\ title
                    """)
    void wildcardsAreLiteral(String search, String title) {
        things.activity(company, "SLOT_BASED", "100 fun snakeXcase backslash");
        var activity = things.activity(company, "SLOT_BASED", title);

        assertThat(search(search)).containsExactly(activity.toString());
    }

    @Test
    void quotesAreLiteral() {
        var activity = things.activity(company, "SLOT_BASED", "O'Hara's \"night\"");
        things.activity(company, "SLOT_BASED", "OHaras night");

        assertThat(search("o'hara's \"")).containsExactly(activity.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\u00a0", "\u200b"})
    void blankSearchIsIgnored(String search) {
        things.activities(company, 2);

        assertThat(search(search)).hasSize(2);
    }

    @Test
    void filtersAreCombined() {
        var wanted = things.activity(company, "SERVICE", "Private jazz lesson");
        things.activity(company, "SLOT_BASED", "Private jazz evening");
        things.activity(company, "SERVICE", "Private painting lesson");
        things.activity(things.company(), "SERVICE", "Private jazz lesson");

        assertThat(list("type=SERVICE&search=jazz")).containsExactly(wanted.toString());
        assertThat(list("sort=popular&type=SERVICE&search=jazz")).containsExactly(wanted.toString());
        assertThat(list("type=SERVICE")).hasSize(2);
        assertThat(list("type=SLOT_BASED")).hasSize(1);
        assertThat(list("search=private")).hasSize(3);
    }

    private List<String> search(String search) {
        return list("search=" + encoded(search));
    }

    private List<String> list(String query) {
        return http.get("/activities?companyId=" + company + "&" + query)
                .send()
                .expect(200)
                .items("id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
