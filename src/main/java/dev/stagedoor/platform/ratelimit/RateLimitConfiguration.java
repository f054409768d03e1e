package dev.stagedoor.platform.ratelimit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stores the buckets in memory unless Redis is enabled ({@link RedisRateLimitConfiguration}). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimitConfiguration {

    @Bean
    @ConditionalOnExpression("!'redis'.equalsIgnoreCase(@environment.getProperty('stagedoor.cache'))")
    Buckets buckets() {
        return new LocalBuckets();
    }
}
