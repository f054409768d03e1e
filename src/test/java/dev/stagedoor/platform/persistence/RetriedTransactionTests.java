package dev.stagedoor.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lombok.RequiredArgsConstructor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@StagedoorTest
class RetriedTransactionTests {

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Test
    void deadlockVictimIsRetried() {
        var both = List.of(people.anyone(), people.anyone());
        var conflict = new Conflict(jdbc);
        var proxied = (Conflict) beans.initializeBean(conflict, "conflict");

        Together.run(2, index -> proxied.mark(both.get(index), both.get(1 - index)));

        assertThat(both).extracting(this::nameOf).containsExactly("Mia++", "Mia++");
        assertThat(conflict.attempts).hasValue(3);
    }

    @Test
    void programmaticTransactionIsRetried() {
        var both = List.of(people.anyone(), people.anyone());
        var conflict = new Conflict(jdbc);

        Together.run(2, index -> transaction.execute(status -> conflict.mark(both.get(index), both.get(1 - index))));

        assertThat(both).extracting(this::nameOf).containsExactly("Mia++", "Mia++");
        assertThat(conflict.attempts).hasValue(3);
    }

    @Test
    void serializationFailureIsRetried() {
        var person = people.anyone();
        var conflict = new Conflict(jdbc);
        var proxied = (Conflict) beans.initializeBean(conflict, "conflict");

        Together.run(2, index -> proxied.append(person));

        assertThat(nameOf(person)).isEqualTo("Mia++");
        assertThat(conflict.attempts).hasValue(3);
    }

    @Test
    void transactionIsAttemptedAtMostFiveTimes() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    attempts.incrementAndGet();
                    fail("40001");
                }))
                .isInstanceOf(ConcurrencyFailureException.class);

        assertThat(attempts).hasValue(5);
    }

    @Test
    void onlyTheOuterTransactionIsRetried() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> transaction.executeWithoutResult(outer -> transaction.executeWithoutResult(inner -> {
                    attempts.incrementAndGet();
                    fail("40P01");
                })))
                .isInstanceOf(ConcurrencyFailureException.class);

        assertThat(attempts).hasValue(5);
    }

    @Test
    void otherFailuresAreNotRetried() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    attempts.incrementAndGet();
                    fail("23514");
                }))
                .isNotNull();

        assertThat(attempts).hasValue(1);
    }

    private void fail(String state) {
        jdbc.sql("DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '%s'; END $$".formatted(state))
                .update();
    }

    private String nameOf(Person person) {
        return Conflict.nameOf(jdbc, person);
    }

    /** Two transactions that conflict at their first attempt. */
    @RequiredArgsConstructor
    static class Conflict {

        private final JdbcClient jdbc;
        private final CyclicBarrier both = new CyclicBarrier(2);
        private final AtomicInteger attempts = new AtomicInteger();

        @Transactional
        public int mark(Person one, Person other) {
            write("first_name || '+'", one);
            awaitOther();
            return write("first_name || '+'", other);
        }

        @Transactional(isolation = Isolation.SERIALIZABLE)
        public int append(Person person) {
            var name = nameOf(jdbc, person);
            awaitOther();
            return write("'" + name + "+'", person);
        }

        private int write(String name, Person person) {
            return jdbc.sql("UPDATE users.users SET first_name = %s WHERE id = ?".formatted(name))
                    .param(person.id())
                    .update();
        }

        private void awaitOther() {
            try {
                if (attempts.incrementAndGet() <= 2) {
                    both.await(20, TimeUnit.SECONDS);
                }
            } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
                throw new IllegalStateException(failure);
            }
        }

        static String nameOf(JdbcClient jdbc, Person person) {
            return jdbc.sql("SELECT first_name FROM users.users WHERE id = ?")
                    .param(person.id())
                    .query(String.class)
                    .single();
        }
    }
}
