package dev.stagedoor.platform.job;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link Job} is called on the command line. It is read before anything starts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JobDefinition {

    String value();

    /** All that is started for it, without a web server; left out, it is the whole application. */
    Class<?> within() default void.class;

    /** Properties that are as the job needs them, whatever else is configured: {@code name=value}. */
    String[] properties() default {};
}
