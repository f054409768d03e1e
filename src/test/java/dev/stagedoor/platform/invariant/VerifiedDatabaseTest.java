package dev.stagedoor.platform.invariant;

import dev.stagedoor.support.StagedoorTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A {@link StagedoorTest} with the demo data. Pending changes of the statistics are rolled up every 20 ms. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StagedoorTest
@TestPropertySource(properties = {"stagedoor.demo-data=true", "stagedoor.favorites.fold-every=20ms"})
@interface VerifiedDatabaseTest {}
