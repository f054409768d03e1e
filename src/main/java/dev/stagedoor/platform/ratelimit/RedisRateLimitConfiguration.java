package dev.stagedoor.platform.ratelimit;

import dev.stagedoor.platform.cache.RedisCircuitBreaker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Stores the buckets in Redis. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "stagedoor.cache", havingValue = "redis")
class RedisRateLimitConfiguration {

    @Bean
    Buckets buckets(LettuceConnectionFactory connections, RedisCircuitBreaker breaker) {
        return new RedisBuckets(connections, breaker);
    }
}
