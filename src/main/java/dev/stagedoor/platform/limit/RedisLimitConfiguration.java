package dev.stagedoor.platform.limit;

import dev.stagedoor.platform.cache.RedisBreaker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Keeps the buckets in Redis, where instances share one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "stagedoor.cache", havingValue = "redis")
class RedisLimitConfiguration {

    @Bean
    Buckets buckets(LettuceConnectionFactory connections, RedisBreaker breaker) {
        return new RedisBuckets(connections, breaker);
    }
}
