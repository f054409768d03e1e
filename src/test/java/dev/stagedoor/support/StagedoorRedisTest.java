package dev.stagedoor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/** A {@link StagedoorTest} whose service caches in a {@link TestRedis}, with a long command timeout. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresProgram(Program.REDIS)
@StagedoorTest
@ContextConfiguration(initializers = {TestDatabaseInitializer.class, RedisInitializer.class})
public @interface StagedoorRedisTest {}
