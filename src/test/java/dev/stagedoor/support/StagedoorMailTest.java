package dev.stagedoor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/** A {@link StagedoorTest} whose service sends emails to a {@link Mailbox}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StagedoorTest
@ContextConfiguration(initializers = {TestDatabaseInitializer.class, MailInitializer.class})
public @interface StagedoorMailTest {}
