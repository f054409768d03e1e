package dev.stagedoor.preference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.AfterCommit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notification categories. Changes by other instances are visible to {@link #cached} after one second. */
@Service
@RequiredArgsConstructor
public class NotificationCategories {

    public static final String KEY = "[a-z][a-z0-9-]{0,49}";

    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(1);

    /** Emails of the service itself and confirmations of bookings use these categories. */
    private static final Set<String> ALWAYS_MANDATORY = Set.of("security", "bookings");

    private final NotificationCategoryRepository categories;
    private final NotificationChoiceRepository choices;
    private final Cache<Class<?>, Entry> cache = Caffeine.newBuilder()
            .executor(Runnable::run)
            .expireAfterWrite(TIME_TO_LIVE)
            .build();

    /** Counts the committed changes. An entry is valid only if no change was committed since its read started. */
    private final AtomicInteger changes = new AtomicInteger();

    /** Returns all categories, ordered by position. */
    public List<NotificationCategoryDto> list() {
        return categories.findAllByOrderByPositionAscKeyAsc().stream()
                .map(NotificationCategory::toDto)
                .toList();
    }

    /** Like {@link #list}, without a database access in most cases. */
    public List<NotificationCategoryDto> cached() {
        var change = changes.get();
        var cached = cache.getIfPresent(NotificationCategory.class);
        if (cached != null && cached.change() == change) {
            return cached.categories();
        }
        var current = list();
        cache.put(NotificationCategory.class, new Entry(current, change));
        return current;
    }

    /** @throws ProblemException {@code not-found} */
    public NotificationCategoryDto read(String key) {
        return list().stream()
                .filter(category -> category.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("category"));
    }

    /**
     * Creates or replaces a category. Calls the listener with the state before, which is null for a new category, and after.
     * Deletes the choices if the category becomes mandatory.
     *
     * @return whether the category was created
     * @throws ProblemException {@code conflict} for a built-in mandatory category that would become optional
     */
    @Transactional
    public boolean put(
            NotificationCategoryDto category,
            BiConsumer<@Nullable NotificationCategoryDto, NotificationCategoryDto> listener) {
        requireChangeable(category.key(), category.mandatory());
        AfterCommit.run(changes::incrementAndGet);
        if (categories.insertIfAbsent(category)) {
            listener.accept(null, category);
            return true;
        }
        var stored = categories
                .findForUpdateByKey(category.key())
                .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
        replace(stored, category, listener);
        return false;
    }

    private void replace(
            NotificationCategory stored,
            NotificationCategoryDto category,
            BiConsumer<@Nullable NotificationCategoryDto, NotificationCategoryDto> listener) {
        var before = stored.toDto();
        if (before.equals(category)) {
            return;
        }
        stored.replace(category);
        if (category.mandatory()) {
            choices.deleteByCategory(category.key());
        }
        listener.accept(before, category);
    }

    /**
     * Deletes a category and its choices, and returns it. Returns an empty result if it does not exist.
     *
     * @throws ProblemException {@code conflict} for a built-in mandatory category
     */
    @Transactional
    public Optional<NotificationCategoryDto> delete(String key) {
        requireChangeable(key, false);
        AfterCommit.run(changes::incrementAndGet);
        var stored = categories.findForUpdateByKey(key);
        stored.ifPresent(categories::delete);
        return stored.map(NotificationCategory::toDto);
    }

    private static void requireChangeable(String key, boolean remainsMandatory) {
        if (!remainsMandatory && ALWAYS_MANDATORY.contains(key)) {
            throw new ProblemException(ProblemCode.CONFLICT, "mandatory-category");
        }
    }

    private record Entry(List<NotificationCategoryDto> categories, int change) {}
}
