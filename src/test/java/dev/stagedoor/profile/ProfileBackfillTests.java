package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class ProfileBackfillTests {

    @Autowired
    People people;

    @Autowired
    ProfileBackfill backfill;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void createProfilesOfOtherTests() {
        backfill.run();
    }

    @Test
    void completeProfilesAreReported(CapturedOutput log) {
        var before = log.length();

        assertThat(backfill.run()).isTrue();

        assertThat(log.toString().substring(before).lines())
                .singleElement()
                .asString()
                .endsWith(" : All users already have profiles!");
    }

    @Test
    void createdProfileEqualsThatOfARegistration() {
        var registered = people.anyone().id();
        var user = users(1).get(0);

        assertThat(backfill.run()).isTrue();

        assertThat(values(user)).isEqualTo(values(registered));
    }

    @Test
    void progressIsLoggedPerBatch(CapturedOutput log) {
        var users = users(1_203);

        assertThat(backfill.run()).isTrue();

        assertThat(profiles(users)).isEqualTo(1_203);
        assertThat(log)
                .contains(
                        "Created 500 of 1203 profiles, 0 failed",
                        "Created 1000 of 1203 profiles, 0 failed",
                        "Created 1203 profiles, 0 failed");
    }

    @Test
    void failureForOneUserDoesNotStopTheOthers(CapturedOutput log) {
        var users = users(3);
        var failing = users.get(1);
        jdbc.sql("""
                CREATE FUNCTION users.fail() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NEW.user_id = '%s' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$""".formatted(failing)).update();
        jdbc.sql("CREATE TRIGGER fail BEFORE INSERT ON users.user_profiles FOR EACH ROW EXECUTE FUNCTION users.fail()")
                .update();
        var before = log.length();
        try {
            assertThat(backfill.run()).isFalse();
        } finally {
            jdbc.sql("DROP FUNCTION users.fail() CASCADE").update();
        }

        assertThat(profiles(users)).isEqualTo(2);
        assertThat(profiles(List.of(failing))).isZero();
        assertThat(log.toString().substring(before))
                .contains(
                        "Cannot create the profile of user %s: ERROR: no".formatted(failing),
                        "Created 2 profiles, 1 failed")
                .doesNotContain("Lindqvist", "@");
        assertThat(backfill.run()).isTrue();
        assertThat(profiles(users)).isEqualTo(3);
    }

    @Test
    void concurrentRunsCreateEachProfileOnce() {
        var users = users(700);

        assertThat(Together.run(4, index -> backfill.run())).containsOnly(true);

        assertThat(profiles(users)).isEqualTo(700);
    }

    @Test
    void anonymizedUserGetsNoProfile(CapturedOutput log) {
        var user = users(1).get(0);
        jdbc.sql("UPDATE users.users SET email = id || '@deleted.invalid', is_active = false WHERE id = ?")
                .param(user)
                .update();

        assertThat(backfill.run()).isTrue();

        assertThat(profiles(List.of(user))).isZero();
        assertThat(log).contains("All users already have profiles!");
    }

    /** Creates users without profiles, as another system does. */
    private List<UUID> users(int number) {
        return jdbc.sql("""
                INSERT INTO users.users (email, password_hash, first_name, last_name)
                SELECT gen_random_uuid() || '@example.com', '!', 'Mia', 'Lindqvist' FROM generate_series(1, ?)
                RETURNING id""").param(number).query(UUID.class).list();
    }

    private long profiles(List<UUID> users) {
        return jdbc.sql("SELECT count(*) FROM users.user_profiles WHERE user_id IN (:users)")
                .param("users", users)
                .query(Long.class)
                .single();
    }

    private String values(UUID user) {
        return jdbc.sql("""
                SELECT CAST(to_jsonb(p) - ARRAY['id', 'user_id', 'created_at', 'updated_at'] AS text)
                FROM users.user_profiles p WHERE user_id = ?""").param(user).query(String.class).single();
    }
}
