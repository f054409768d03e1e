package dev.stagedoor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents that the operations of a controller accept API keys with a scope. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AcceptsApiKey {

    /** The scope, such as {@code catalog:write}. */
    String value();

    /** Whether the operations also accept tokens of users. */
    boolean acceptsTokens() default true;
}
