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

    /** In characters, of each cache; some twenty-five thousand people without settings of their own. */
    private static final long MOST = 32L << 20;

    /** What a key and its place take beside the text. */
    private static final int BESIDE = 200;

    @Bean
    CacheMode cacheMode(CacheProperties properties) {
        return properties.cache();
    }

    /** Redis has its own. */
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
                .maximumWeight(MOST)
                .weigher((key, text) -> BESIDE + ((String) text).length()));
        return caches;
    }
}
