package dev.stagedoor.platform.limit;

import dev.stagedoor.platform.cache.CacheMode;
import io.lettuce.core.RedisClient;
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
    Buckets buckets(CacheMode mode, ObjectProvider<LettuceConnectionFactory> redis) {
        return mode == CacheMode.REDIS
                ? new RedisBuckets(() -> (RedisClient) redis.getObject().getRequiredNativeClient())
                : new LocalBuckets();
    }
}
