package dev.stagedoor.platform.job;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Only where the service serves; a job does nothing but what it is for. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = JobLauncher.JOB, havingValue = "none", matchIfMissing = true)
public @interface ConditionalOnServing {}
