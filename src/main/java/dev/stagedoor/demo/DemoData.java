package dev.stagedoor.demo;

import dev.stagedoor.account.Registration;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionOperations;

/** Fills an empty database in one transaction: a start that is killed leaves nothing behind. */
@RequiredArgsConstructor
class DemoData {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Consumer<Registration> registrations;

    /** Whether it was made now; a database in which anything is already stays as it is. */
    boolean make() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var empty = isEmpty();
            if (empty) {
                write();
            }
            return empty;
        }));
    }

    boolean isThere() {
        return is("SELECT EXISTS (SELECT FROM users.users WHERE email = ?)", DemoAccount.MIA.getEmail());
    }

    /** The first admin alone does not count, unless it took an address of ours. The lock lets one instance in. */
    private boolean isEmpty() {
        jdbc.execute("LOCK TABLE users.users IN SHARE ROW EXCLUSIVE MODE");
        return is("""
                SELECT NOT EXISTS (SELECT FROM users.users WHERE role <> 'ADMIN' OR email = ?)
                   AND NOT EXISTS (SELECT FROM companies.companies)""", DemoAccount.ADA.getEmail());
    }

    private void write() {
        Stream.of(DemoAccount.values()).map(DemoAccount::registration).forEach(registrations);
        jdbc.execute((Connection connection) -> {
            scripts().populate(connection);
            return null;
        });
    }

    private boolean is(String question, Object... parameters) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, parameters));
    }

    private static ResourceDatabasePopulator scripts() {
        var scripts = Stream.of("catalog", "sign-ins", "people", "profiles", "favorites")
                .map(name -> new ClassPathResource("demo/" + name + ".sql"))
                .toArray(Resource[]::new);
        return new ResourceDatabasePopulator(false, false, StandardCharsets.UTF_8.name(), scripts);
    }
}
