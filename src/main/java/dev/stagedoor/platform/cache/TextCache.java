package dev.stagedoor.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.cache.Cache;

/** A cache of strings with metrics. A value that its reader rejects counts as a miss. */
public final class TextCache {

    private final Cache cache;
    private final Counter hits;
    private final Counter misses;
    private final Counter puts;

    public TextCache(Cache cache, MeterRegistry meters) {
        this.cache = cache;
        this.hits = gets(cache, "hit").register(meters);
        this.misses = gets(cache, "miss").register(meters);
        this.puts = Counter.builder("cache.puts")
                .tag("cache", cache.getName())
                .description("The number of entries added to the cache")
                .register(meters);
    }

    /** Returns the value that the reader parses from the cached text; empty on a miss or if the reader rejects the text. */
    public <T> Optional<T> get(String key, Function<String, Optional<T>> reader) {
        var value = Optional.ofNullable(cache.get(key, String.class)).flatMap(reader);
        (value.isPresent() ? hits : misses).increment();
        return value;
    }

    public void put(String key, String text) {
        cache.put(key, text);
        puts.increment();
    }

    public void evict(String key) {
        cache.evict(key);
    }

    private static Counter.Builder gets(Cache cache, String result) {
        return Counter.builder("cache.gets")
                .tag("cache", cache.getName())
                .tag("result", result)
                .description("The number of times cache lookup methods have returned a value");
    }
}
