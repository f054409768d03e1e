package dev.stagedoor.platform.cache;

import java.util.function.Consumer;

/** Publishes evictions to the other instances. Messages can be lost, so cached values also need a time to live. */
public interface Evictions {

    void publish(String channel, String key);

    /** @param eviction also receives the messages of this instance */
    void subscribe(String channel, Consumer<String> eviction);

    /** Used without Redis. */
    Evictions NONE = new Evictions() {
        @Override
        public void publish(String channel, String key) {}

        @Override
        public void subscribe(String channel, Consumer<String> eviction) {}
    };
}
