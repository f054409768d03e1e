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
 * Caches the current user's account, profile and preferences as JSON. An entry is used only if its revision equals the one
 * that authentication has read for the caller. Unreadable and outdated entries count as misses.
 */
@Slf4j
@Component
class UserCache {

    private static final String NAME = "user";

    /** Increment it when the JSON format changes, so that instances of other versions ignore the entries. */
    private static final int FORMAT = 1;

    private final TextCache texts;
    private final EntityTags tags;
    private final JsonMapper json;

    /** Parsed entries by identity of their text. Only the local cache returns the same string twice; Redis does not. */
    private final Cache<String, ShownUser> parsed =
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

    /** Returns the entry of the caller if its revision is current. */
    Optional<ShownUser> get(CurrentUser caller) {
        return texts.get(
                caller.id().toString(),
                text -> Optional.ofNullable(parsed.getIfPresent(text))
                        .or(() -> read(text))
                        .filter(user -> user.isCurrentFor(caller)));
    }

    ShownUser put(KnownUser user) {
        var text = json.writeValueAsString(new Entry(FORMAT, user));
        var view = ShownUser.of(user, tags);
        parsed.put(text, view);
        texts.put(view.id().toString(), text);
        return view;
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
        } catch (JacksonException invalidEntry) {
            log.debug("Ignoring an unreadable cache entry: {}", invalidEntry.getOriginalMessage());
            return Optional.empty();
        }
    }

    private record Entry(int format, KnownUser user) {}
}
