package dev.stagedoor.platform.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.job.JobOutput;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@VerifiedDatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class VerificationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void demoDataSatisfyAllInvariants(CapturedOutput output) {
        assertThat(verification.run()).isTrue();

        assertThat(output)
                .contains("\nok: every account has one profile\n")
                .containsPattern("\\n\\d\\d invariants, 0 violated\n");
    }

    @Test
    void invariantsHoldDuringConcurrentChanges() {
        var activities = jdbc.sql("SELECT id FROM activities.activities ORDER BY id LIMIT 5")
                .query(UUID.class)
                .list();

        var verdicts = Together.run(4, index -> index == 0 ? verifyRepeatedly() : saveAndRemoveRepeatedly(activities));

        assertThat(verdicts).containsOnly(true);
    }

    @Test
    void onlyTheFirst20ViolationsArePrinted(CapturedOutput output) {
        assertThat(verify("SELECT lpad(CAST(n AS text), 2, '0') FROM generate_series(1, 25) n"))
                .isFalse();

        assertThat(new Printed(output).below("25 violations: rule"))
                .startsWith("01", "02")
                .hasSize(21)
                .endsWith("20", "and 5 more");
    }

    @Test
    void verificationUsesAReadOnlySnapshot(CapturedOutput output) {
        verify("SELECT current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')");

        assertThat(new Printed(output).below("1 violation: rule")).containsExactly("repeatable read on");
    }

    private boolean verify(String violations) {
        Invariants invariants = () -> List.of(new Invariant("rule", violations));
        return new Verification(List.of(invariants), jdbc, new JobOutput(), transactions).run();
    }

    private boolean verifyRepeatedly() {
        var holds = true;
        for (var round = 0; round < 15; round++) {
            holds &= verification.run();
        }
        return holds;
    }

    private boolean saveAndRemoveRepeatedly(List<UUID> activities) {
        var person = people.anyone();
        for (var round = 0; round < 60; round++) {
            var activity = activities.get(round % activities.size());
            var body = "{\"activityId\": \"%s\"}".formatted(activity);
            http.post("/favorites", body).as(person).send().expect(201);
            http.delete("/favorites/" + activity).as(person).send().expect(204);
        }
        return true;
    }
}
