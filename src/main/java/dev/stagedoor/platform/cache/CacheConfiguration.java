package dev.stagedoor.platform.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.cache.support.NoOpCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
class CacheConfiguration {

    /** Per cache, in characters. Holds about 25,000 users with default settings. */
    private static final long MAX_WEIGHT = 32L << 20;

    /** Estimated size of a key and its entry without the value, in characters. */
    private static final int ENTRY_OVERHEAD = 200;

    @Bean
    CacheMode cacheMode(CacheProperties properties) {
        return properties.cache();
    }

    /** Used unless Redis provides a cache manager. */
    @Bean
    @Fallback
    CacheManager localCaches(CacheProperties properties) {
        if (properties.cache() == CacheMode.NONE) {
            return new NoOpCacheManager();
        }
        var caches = new CaffeineCacheManager();
        caches.setAllowNullValues(false);
        caches.setCaffeine(Caffeine.newBuilder()
                .executor(Runnable::run)
                .expireAfterWrite(properties.cacheTtl())
                .maximumWeight(MAX_WEIGHT)
                .weigher((key, text) -> ENTRY_OVERHEAD + ((String) text).length()));
        return caches;
    }
}
