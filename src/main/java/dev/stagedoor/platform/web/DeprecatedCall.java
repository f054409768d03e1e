package dev.stagedoor.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a deprecated operation. Adds the headers {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and {@code Link}
 * to its responses, and documents the deprecation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeprecatedCall {

    /** The date of the deprecation (UTC), such as {@code 2027-01-31}. */
    String since();

    /** The first day (UTC) on which the operation may be removed. Not before {@link #since}. */
    String sunset();

    /** The URL of the migration guide, such as {@code /docs/changes#favorites}. */
    String link();
}
