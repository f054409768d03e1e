package dev.stagedoor.platform.job;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a {@link Job} on the command line, and its environment. Read before the application context starts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JobDefinition {

    String value();

    /** The options that the job accepts, without dashes. One that ends in {@code =} is required and has a value. */
    String[] options() default {};

    /** The configuration class to start without a web server. By default the whole application. */
    Class<?> within() default void.class;

    /** Properties ({@code name=value}) that override all other configuration. */
    String[] properties() default {};
}
