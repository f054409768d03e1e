package dev.stagedoor.platform.limit;

import dev.stagedoor.platform.cache.RedisBreaker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Keeps the buckets in Redis where instances share one, else in memory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    Buckets buckets(ObjectProvider<RedisBreaker> breaker, ObjectProvider<LettuceConnectionFactory> connections) {
        return breaker.stream()
                .findAny()
                .<Buckets>map(redis -> new RedisBuckets(connections.getObject(), redis))
                .orElseGet(LocalBuckets::new);
    }
}
