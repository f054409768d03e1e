package dev.stagedoor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the calls of a controller as open to API keys of a scope too; it is documented so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AcceptsApiKey {

    /** The scope, such as {@code catalog:write}. */
    String value();
}
