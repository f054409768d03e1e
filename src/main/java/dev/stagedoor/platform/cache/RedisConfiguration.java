package dev.stagedoor.platform.cache;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;
import org.springframework.data.redis.serializer.RedisSerializer;

/** Redis as a cache: strings under {@code <cache>:<key>}, without Java serialization. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "stagedoor.cache", havingValue = "redis")
class RedisConfiguration {

    /** The circuit breaker reconnects in the background. */
    @Bean
    LettuceClientOptionsBuilderCustomizer noReconnection() {
        return options -> options.autoReconnect(false);
    }

    @Bean(initMethod = "start")
    RedisCircuitBreaker redisBreaker(LettuceConnectionFactory connections) {
        return new RedisCircuitBreaker(connections);
    }

    @Bean
    CacheManager redisCaches(
            LettuceConnectionFactory connections, RedisCircuitBreaker breaker, CacheProperties properties) {
        var writer = RedisCacheWriter.create(connections, options -> options.immediateWrites());
        var texts = RedisCacheConfiguration.defaultCacheConfig()
                .computePrefixWith(name -> name + ":")
                .entryTtl(properties.cacheTtl())
                .disableCachingNullValues()
                .serializeValuesWith(SerializationPair.fromSerializer(RedisSerializer.string()));
        return new RedisCacheManager(writer, texts) {
            @Override
            protected Cache decorateCache(Cache cache) {
                return new GuardedCache(super.decorateCache(cache), breaker);
            }
        };
    }
}
