package dev.stagedoor.platform.cache;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Excludes Redis unless {@code stagedoor.cache=redis}. It would load 1,000 classes and start a thread. */
class RedisAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String REDIS = "org.springframework.boot.data.redis.";

    private boolean isEnabled;

    @Override
    public void setEnvironment(Environment environment) {
        this.isEnabled = "redis".equalsIgnoreCase(environment.getProperty("stagedoor.cache"));
    }

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        var matches = new boolean[configurations.length];
        for (var i = 0; i < matches.length; i++) {
            matches[i] = isEnabled || configurations[i] == null || !configurations[i].startsWith(REDIS);
        }
        return matches;
    }
}
