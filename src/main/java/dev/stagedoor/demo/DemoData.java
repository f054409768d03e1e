package dev.stagedoor.demo;

import dev.stagedoor.account.Registration;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Fills an empty database with demo data in one transaction, so that an interrupted start leaves no partial data. */
@Repository
@RequiredArgsConstructor
class DemoData {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    /** Creates the demo data if the database is empty. Returns whether it was created. */
    boolean create(Consumer<Registration> registrations) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var empty = isEmpty();
            if (empty) {
                populate(registrations);
            }
            return empty;
        }));
    }

    boolean exists() {
        return queryBoolean("SELECT EXISTS (SELECT FROM users.users WHERE email = ?)", DemoAccount.MIA.getEmail());
    }

    /** Ignores a bootstrapped admin unless it uses a demo email. The lock serializes concurrent starts. */
    private boolean isEmpty() {
        jdbc.execute("LOCK TABLE users.users IN SHARE ROW EXCLUSIVE MODE");
        return queryBoolean("""
                SELECT NOT EXISTS (SELECT FROM users.users WHERE role <> 'ADMIN' OR email = ?)
                   AND NOT EXISTS (SELECT FROM companies.companies)""", DemoAccount.ADA.getEmail());
    }

    private void populate(Consumer<Registration> registrations) {
        Stream.of(DemoAccount.values()).map(DemoAccount::registration).forEach(registrations);
        scripts().execute(Objects.requireNonNull(jdbc.getDataSource()));
    }

    private boolean queryBoolean(String sql, Object... parameters) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class, parameters));
    }

    private static ResourceDatabasePopulator scripts() {
        var scripts = Stream.of("catalog", "sign-ins", "people", "profiles", "notifications", "favorites")
                .map(name -> new ClassPathResource("demo/" + name + ".sql"))
                .toArray(Resource[]::new);
        return new ResourceDatabasePopulator(false, false, StandardCharsets.UTF_8.name(), scripts);
    }
}
