package dev.stagedoor.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Configures a Redis server for the service. */
final class RedisInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var redis = TestRedis.started();
        context.getBeanFactory().registerSingleton("testRedis", redis);
        TestPropertyValues.of(
                        "stagedoor.cache=redis", "spring.data.redis.url=" + redis.url(), "spring.data.redis.timeout=5s")
                .applyTo(context);
    }
}
