package dev.stagedoor.platform.persistence;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a transaction again that the database sacrificed: to end a deadlock, or because it could not be serialized. What is
 * begun within another transaction is left to that one.
 */
final class RetriedTransactions {

    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(4)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(15))
            .multiplier(2)
            .predicate(SqlStates::isSacrificed)
            .build());

    <T> T run(Supplier<T> transaction) {
        return isWithinAnother() ? transaction.get() : retries.invoke(transaction);
    }

    Object proceed(Retryable<Object> transaction) throws Throwable {
        try {
            return isWithinAnother() ? transaction.execute() : retries.execute(transaction);
        } catch (RetryException last) {
            throw last.getCause();
        }
    }

    private static boolean isWithinAnother() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
