package dev.stagedoor.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that will go. Its answers say so ({@code Deprecation}, RFC 9745; {@code Sunset}, RFC 8594; a {@code Link} to what
 * to do instead), and so does its document.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeprecatedCall {

    /** The day (UTC) from which nobody should begin to use it: {@code 2027-01-31}. */
    String since();

    /** The first day (UTC) on which it may be gone; not before {@link #since}. */
    String sunset();

    /** Where it is told what to call instead, such as {@code /docs/changes#favorites}. */
    String link();
}
