package dev.stagedoor.platform.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.cache.support.NoOpCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    /** In characters, of each cache; some fifty thousand people without settings of their own. */
    private static final long MOST = 64L << 20;

    /** What a key and its place take beside the text. */
    private static final int BESIDE = 200;

    @Bean
    CacheMode cacheMode(@Value("${stagedoor.cache}") CacheMode mode) {
        return mode;
    }

    @Bean
    @ConditionalOnProperty(name = "stagedoor.cache", havingValue = "caffeine")
    CacheManager localCaches(@Value("${stagedoor.cache-ttl}") Duration ttl) {
        var caches = new CaffeineCacheManager();
        caches.setAllowNullValues(false);
        caches.setCaffeine(Caffeine.newBuilder()
                .expireAfterWrite(ttl)
                .maximumWeight(MOST)
                .weigher((key, text) -> BESIDE + ((String) text).length()));
        return caches;
    }

    @Bean
    @ConditionalOnProperty(name = "stagedoor.cache", havingValue = "none")
    CacheManager noCaches() {
        return new NoOpCacheManager();
    }
}
