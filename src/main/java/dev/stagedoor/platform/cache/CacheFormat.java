package dev.stagedoor.platform.cache;

import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * The format of a cache in Redis. A {@link org.springframework.data.redis.serializer.SerializationException} marks an entry as
 * unusable.
 */
public interface CacheFormat<T> extends RedisSerializer<T> {

    String cacheName();
}
