package dev.stagedoor.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.system.JavaVersion;

/** Where requests run on virtual threads: not before Java 24, as there one that waits for a monitor keeps its carrier. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnJava(JavaVersion.TWENTY_FOUR)
@interface ConditionalOnVirtualThreads {}
