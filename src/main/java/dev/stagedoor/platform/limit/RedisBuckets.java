package dev.stagedoor.platform.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/** In Redis, shared by all instances. While it is away each instance counts for itself, and asks again every now and then. */
@Slf4j
@RequiredArgsConstructor
final class RedisBuckets implements Buckets {

    private static final String PREFIX = "stagedoor:limit:";
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final ExpirationAfterWriteStrategy UNTIL_FULL =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1));

    /** Asked when first needed: Redis being away keeps nobody from starting. */
    private final Supplier<RedisClient> redis;

    private final Buckets local = new LocalBuckets();
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile ProxyManager<String> remote;
    private volatile long awayUntil = System.nanoTime();

    @Override
    public <T> T with(String key, BucketConfiguration configuration, Function<Bucket, T> work) {
        if (System.nanoTime() - awayUntil < 0 || !connect()) {
            return local.with(key, configuration, work);
        }
        try {
            return work.apply(remote.builder().build(PREFIX + key, () -> configuration));
        } catch (RuntimeException failure) {
            away(failure);
            return local.with(key, configuration, work);
        }
    }

    /** Whether there is a connection; one request at a time tries to make it, and the others do not wait. */
    private boolean connect() {
        if (remote == null && connecting.tryLock()) {
            try {
                remote = remote == null ? manager() : remote;
            } catch (RuntimeException failure) {
                away(failure);
            } finally {
                connecting.unlock();
            }
        }
        return remote != null;
    }

    private ProxyManager<String> manager() {
        var connection = redis.get().connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(UNTIL_FULL)
                .requestTimeout(PATIENCE)
                .build();
    }

    private void away(RuntimeException failure) {
        awayUntil = System.nanoTime() + PAUSE_NANOS;
        log.warn("Redis is out of reach; limits are counted per instance: {}", failure.getMessage());
    }
}
