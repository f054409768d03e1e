package dev.stagedoor.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.system.JavaVersion;

/** Matches from Java 24 on. Before, a virtual thread that waits for a monitor pins its carrier thread. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnJava(JavaVersion.TWENTY_FOUR)
@interface ConditionalOnVirtualThreads {}
