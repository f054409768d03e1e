package dev.stagedoor.platform.cache;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.BatchStrategies;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;

/** Redis as a cache: values under {@code <cache>:<key>}, without Java serialization. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "stagedoor.cache", havingValue = "redis")
class RedisConfiguration {

    private static final int SCAN_SIZE = 1_000;

    /** The circuit breaker reconnects in the background. */
    @Bean
    LettuceClientOptionsBuilderCustomizer noReconnection() {
        return options -> options.autoReconnect(false);
    }

    @Bean(initMethod = "start")
    RedisCircuitBreaker redisBreaker(LettuceConnectionFactory connections) {
        return new RedisCircuitBreaker(connections);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    RedisEvictions redisEvictions(LettuceConnectionFactory connections, RedisCircuitBreaker breaker) {
        return new RedisEvictions(connections, breaker);
    }

    /** Values that were cached before an outage can be outdated, so they are deleted before Redis is used again. */
    @Bean
    CacheManager redisCaches(
            LettuceConnectionFactory connections,
            RedisCircuitBreaker breaker,
            CacheProperties properties,
            List<CacheFormat<?>> formats) {
        var writer = RedisCacheWriter.create(
                connections, options -> options.immediateWrites().batchStrategy(BatchStrategies.scan(SCAN_SIZE)));
        var defaults = RedisCacheConfiguration.defaultCacheConfig()
                .computePrefixWith(name -> name + ":")
                .entryTtl((key, value) -> CacheProperties.timeToLive(value, properties.cacheTtl()));
        return new RedisCacheManager(writer, defaults, configurations(defaults, formats)) {
            @Override
            protected Cache decorateCache(Cache cache) {
                breaker.onRecovery(cache::clear);
                return new GuardedCache(cache, breaker);
            }
        };
    }

    private static Map<String, RedisCacheConfiguration> configurations(
            RedisCacheConfiguration defaults, List<CacheFormat<?>> formats) {
        return formats.stream()
                .collect(Collectors.toMap(
                        CacheFormat::cacheName,
                        format -> defaults.serializeValuesWith(SerializationPair.fromSerializer(format))));
    }
}
