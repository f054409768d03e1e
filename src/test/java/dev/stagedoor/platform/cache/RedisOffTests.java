package dev.stagedoor.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.StagedoorTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** A service without Redis creates no Redis beans. */
@StagedoorTest
class RedisOffTests {

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void contextContainsNoRedisBeans() {
        var types = Arrays.stream(context.getBeanDefinitionNames()).map(context::getType);

        assertThat(types)
                .isNotEmpty()
                .filteredOn(type -> type != null)
                .extracting(Class::getName)
                .noneMatch(name -> name.startsWith("org.springframework.data.redis")
                        || name.startsWith("org.springframework.boot.data.redis")
                        || name.startsWith("io.lettuce"));
    }
}
