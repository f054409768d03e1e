package dev.stagedoor.platform.persistence;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Retries transactions that failed because of a deadlock or a serialization failure. Nested transactions are not retried,
 * but the outermost one.
 */
final class RetriedTransactions {

    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(4)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(15))
            .multiplier(2)
            .predicate(SqlStates::isRetryable)
            .build());

    <T> T run(Supplier<T> transaction) {
        return isNested() ? transaction.get() : retries.invoke(transaction);
    }

    @Nullable
    Object proceed(Retryable<@Nullable Object> transaction) throws Throwable {
        try {
            return isNested() ? transaction.execute() : retries.execute(transaction);
        } catch (RetryException last) {
            throw last.getCause();
        }
    }

    private static boolean isNested() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
