package dev.stagedoor.platform.cache;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    @Bean
    CacheMode cacheMode(@Value("${stagedoor.cache}") CacheMode mode) {
        return mode;
    }
}
