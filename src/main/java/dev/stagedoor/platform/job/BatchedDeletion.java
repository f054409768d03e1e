package dev.stagedoor.platform.job;

import java.util.List;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/** Deletes obsolete rows in batches, so that no statement holds locks for long. */
@Slf4j
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class BatchedDeletion {

    public static final int BATCH = 1_000;

    /**
     * Iterates once over a table in key order.
     *
     * @param entity the deleted entity in the plural, for the log
     * @param first  a key that precedes all others
     * @param batch  deletes at most {@link #BATCH} rows after a key and returns their keys in order
     */
    public static <K> void run(String entity, K first, Function<K, List<K>> batch) {
        var deleted = 0L;
        for (var keys = batch.apply(first); !keys.isEmpty(); keys = batch.apply(keys.get(keys.size() - 1))) {
            deleted += keys.size();
        }
        if (deleted > 0) {
            log.info("Deleted {} {}", deleted, entity);
        }
    }
}
