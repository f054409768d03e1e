package dev.stagedoor.me;

import dev.stagedoor.access.RevisionSql;
import dev.stagedoor.platform.cache.CacheMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeConfiguration {

    private static final String NO_REVISION = "CAST(NULL AS bigint)";

    @Bean
    RevisionSql revisionSql(CacheMode mode) {
        return new RevisionSql(mode == CacheMode.NONE ? NO_REVISION : MeQuery.REVISION);
    }
}
