package dev.stagedoor.me;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.platform.cache.TextCache;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.EntityTags;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what people see of themselves, as JSON. What was remembered is believed only while it is what the caller was
 * found with; anything else that a cache may hold is not there.
 */
@Slf4j
@Component
class UserCache {

    private static final String NAME = "user";

    /** Another one with each change of the shape that an older or newer instance could misread. */
    private static final int FORMAT = 1;

    private final TextCache texts;
    private final EntityTags tags;
    private final JsonMapper json;

    /** What was made of the very texts that are in our own memory; those of Redis are others each time. */
    private final Cache<String, ShownUser> shown =
            Caffeine.newBuilder().executor(Runnable::run).weakKeys().build();

    UserCache(CacheManager caches, EntityTags tags, MeterRegistry meters) {
        this.tags = tags;
        this.texts = new TextCache(caches.getCache(NAME), meters);
        this.json = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    /** What the caller sees, where it is known and still so. */
    Optional<ShownUser> get(CurrentUser caller) {
        return texts.get(
                caller.id().toString(),
                text -> Optional.ofNullable(shown.getIfPresent(text))
                        .or(() -> read(text))
                        .filter(user -> user.isOf(caller)));
    }

    ShownUser put(KnownUser user) {
        var text = json.writeValueAsString(new Entry(FORMAT, user));
        var ready = ShownUser.of(user, tags);
        shown.put(text, ready);
        texts.put(ready.id().toString(), text);
        return ready;
    }

    void evict(UUID userId) {
        texts.evict(userId.toString());
    }

    private Optional<ShownUser> read(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, Entry.class))
                    .filter(entry -> entry.format() == FORMAT)
                    .map(Entry::user)
                    .filter(user -> user.me() != null && user.me().id() != null && user.preferences() != null)
                    .map(user -> ShownUser.of(user, tags));
        } catch (JacksonException unusable) {
            log.debug("An entry of the cache is not read: {}", unusable.getOriginalMessage());
            return Optional.empty();
        }
    }

    private record Entry(int format, KnownUser user) {}
}
