package dev.stagedoor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole service on a random port, over a migrated database of its own. All such tests share
 * one service and its rows, so each makes the people and things it is about, and counts nothing that others make.
 * What the service remembers of callers stays until it is evicted, so that no eviction is missing unnoticed, and no
 * night's work begins on its own, so that a run at night does the same as one by day.
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
            "stagedoor.access.caller-cache-ttl=1h",
            "stagedoor.favorites.fold-every=1d",
            "stagedoor.metrics.count-every=1d",
            "stagedoor.sweep-schedule=-",
            "stagedoor.account.purge-schedule=-"
        })
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@Import({Http.class, People.class, Things.class, StatementCount.class})
public @interface StagedoorTest {}
