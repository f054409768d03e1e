package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.error.ProblemCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems peculiar to a call; what every call of its kind can answer is documented without it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DocumentedProblems {

    ProblemCode[] value();

    /** What there is none of, with {@link ProblemCode#NOT_FOUND}. */
    String missing() default "";
}
