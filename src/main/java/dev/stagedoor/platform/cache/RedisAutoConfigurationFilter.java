package dev.stagedoor.platform.cache;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out Redis where it is not chosen. Spring Boot would load a thousand classes of it and start a thread. */
class RedisAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String REDIS = "org.springframework.boot.data.redis.";

    private boolean isChosen;

    @Override
    public void setEnvironment(Environment environment) {
        this.isChosen = "redis".equalsIgnoreCase(environment.getProperty("stagedoor.cache"));
    }

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[configurations.length];
        for (var i = 0; i < wanted.length; i++) {
            wanted[i] = isChosen || configurations[i] == null || !configurations[i].startsWith(REDIS);
        }
        return wanted;
    }
}
