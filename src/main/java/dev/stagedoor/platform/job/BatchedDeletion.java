package dev.stagedoor.platform.job;

import java.util.List;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/** Deletes what nobody needs any more, some rows at a time: no statement is long, and nobody waits for it. */
@Slf4j
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class BatchedDeletion {

    public static final int BATCH = 1_000;

    /**
     * Goes once through a table in the order of its keys.
     *
     * @param what  is deleted, in the plural
     * @param first a key that all others follow
     * @param batch deletes at most {@link #BATCH} rows whose keys follow one, and gives their keys in order
     */
    public static <K> void run(String what, K first, Function<K, List<K>> batch) {
        var deleted = 0L;
        for (var keys = batch.apply(first); !keys.isEmpty(); keys = batch.apply(keys.get(keys.size() - 1))) {
            deleted += keys.size();
        }
        if (deleted > 0) {
            log.info("Swept {} {}", deleted, what);
        }
    }
}
