package dev.stagedoor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole service on a random port with a migrated database. All these tests share one service, so
 * each test creates its own data and does not depend on the rows of others. Cached callers expire after 1 h, so that
 * missing evictions are detected. Scheduled tasks are disabled.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.jpa.hibernate.ddl-auto=validate",
            "management.server.port=0",
            "stagedoor.demo-data=false",
            "stagedoor.rate-limit.enabled=false",
            "stagedoor.cors-allowed-origins=https://app.example.com,capacitor://localhost",
            "stagedoor.cors-allowed-headers=X-App-Version, X-App-Build",
            "stagedoor.access.caller-cache-ttl=1h",
            "stagedoor.access.signing-key-refresh=1d",
            "stagedoor.favorites.fold-every=1d",
            "stagedoor.metrics.count-every=1d",
            "stagedoor.sweep-schedule=-",
            "stagedoor.account.purge-schedule=-"
        })
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@Import({Http.class, People.class, Things.class, StatementCount.class})
public @interface StagedoorTest {}
