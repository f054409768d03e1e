package dev.stagedoor.platform.ratelimit;

import dev.stagedoor.platform.cache.RedisCircuitBreaker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Buckets in Redis that all instances share. While Redis is disabled, each instance uses its own buckets. */
@RequiredArgsConstructor
final class RedisBuckets implements Buckets {

    private static final String PREFIX = "stagedoor:limit:";
    private static final ExpirationAfterWriteStrategy EXPIRE_WHEN_FULL =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1));

    private final LettuceConnectionFactory connections;
    private final RedisCircuitBreaker breaker;
    private final Buckets local = new LocalBuckets();

    @Override
    public <T> T with(Key key, BucketConfiguration configuration, Function<Bucket, T> function) {
        var name = (PREFIX + key).getBytes(StandardCharsets.UTF_8);
        return breaker.call(
                () -> withProxies(buckets -> function.apply(buckets.builder().build(name, () -> configuration))),
                () -> local.with(key, configuration, function));
    }

    private <T> T withProxies(Function<ProxyManager<byte[]>, T> function) {
        try (var connection = (LettuceConnection) connections.getConnection()) {
            var commands = (RedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
            return function.apply(Bucket4jLettuce.casBasedBuilder(commands)
                    .expirationAfterWrite(EXPIRE_WHEN_FULL)
                    .requestTimeout(Duration.ofMillis(connections.getTimeout()))
                    .build());
        }
    }
}
