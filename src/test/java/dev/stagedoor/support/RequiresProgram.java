package dev.stagedoor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test class or method if a program is missing, before any of its fixtures run. With {@code CI=true}, a missing
 * program that {@code .ci/run} installs fails the test instead.
 *
 * <p>The end of the test run lists the missing programs, see {@link SkippedTestsReport}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("requires-program")
@ExtendWith(RequiresProgramCondition.class)
public @interface RequiresProgram {

    /** All of these programs are needed. */
    Program[] value();
}
