package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.error.ProblemCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the problems that are specific to an operation. Common problems are documented automatically. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DocumentedProblems {

    ProblemCode[] value();

    /** The missing resource in the example of {@link ProblemCode#NOT_FOUND}. */
    String missing() default "user";
}
