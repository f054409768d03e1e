package dev.stagedoor.platform.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/** Violates each invariant once and rolls the transaction back. */
@VerifiedDatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class InvariantTests {

    @Autowired
    Verification verification;

    @Autowired
    List<Invariants> sources;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private UUID mia;
    private UUID oscar;

    /** Runs before the violation, which may change the emails. */
    @BeforeEach
    void find() {
        mia = id("mia@example.com");
        oscar = id("oscar@example.com");
    }

    @ParameterizedTest
    @MethodSource("dev.stagedoor.platform.invariant.Breakage#all")
    void violationIsFound(Breakage breakage, CapturedOutput output) {
        var before = output.length();
        var ids = rollBackAfter(() -> {
            breakage.statements().forEach(sql -> bind(sql).update());
            assertThat(verification.run()).isFalse();
            return bind(breakage.ids()).query(String.class).list();
        });

        assertThat(new Printed(output).violations(ids.size(), breakage.rule()))
                .isNotEmpty()
                .hasSize(Math.min(20, ids.size()))
                .isSubsetOf(ids);
        assertThat(output.toString().substring(before)).doesNotContain("@", "Mia");
    }

    @Test
    void everyInvariantIsViolatedByATest() {
        var broken = Breakage.all().map(Breakage::rule).collect(Collectors.toSet());

        assertThat(sources.stream()
                        .filter(source -> !(source instanceof ForeignKeyInvariants))
                        .flatMap(source -> source.list().stream())
                        .map(Invariant::rule))
                .hasSizeGreaterThan(20)
                .isSubsetOf(broken);
    }

    @Test
    void everyForeignKeyIsAnInvariant() {
        var keys = jdbc.sql("SELECT count(*) FROM pg_constraint WHERE contype = 'f'")
                .query(Integer.class)
                .single();

        assertThat(new ForeignKeyInvariants(jdbc).list())
                .hasSize(keys)
                .extracting(Invariant::rule)
                .contains(
                        "access.sessions (user_id) references users.users",
                        "access.one_time_tokens (user_id) references users.users",
                        "users.suspensions (user_id) references users.users",
                        "activities.favorite_days (activity_id) references activities.activities");
    }

    private <T> T rollBackAfter(Supplier<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    private StatementSpec bind(String sql) {
        return jdbc.sql(sql).param("mia", mia).param("oscar", oscar);
    }

    private UUID id(String email) {
        return jdbc.sql("SELECT id FROM users.users WHERE email = ?")
                .param(email)
                .query(UUID.class)
                .single();
    }
}
