package dev.stagedoor.platform.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
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

    private static final int MAX_ENTRIES = 10_000;

    @Bean
    CacheMode cacheMode(CacheProperties properties) {
        return properties.cache();
    }

    /** Used unless Redis provides evictions. */
    @Bean
    @Fallback
    Evictions localEvictions() {
        return Evictions.NONE;
    }

    /** Used unless Redis provides a cache manager. */
    @Bean
    @Fallback
    CacheManager localCaches(CacheProperties properties) {
        if (properties.cache() == CacheMode.NONE) {
            return new NoOpCacheManager();
        }
        var caches = new CaffeineCacheManager();
        caches.setCaffeine(Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MAX_ENTRIES)
                .expireAfter(
                        Expiry.writing((key, value) -> CacheProperties.timeToLive(value, CacheProperties.LOCAL_TTL))));
        return caches;
    }
}
