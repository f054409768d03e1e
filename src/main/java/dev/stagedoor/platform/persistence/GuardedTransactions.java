package dev.stagedoor.platform.persistence;

import java.util.List;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Runs the {@link TransactionGuard}s after it has begun a read-write transaction. */
@RequiredArgsConstructor
final class GuardedTransactions implements PlatformTransactionManager {

    private final PlatformTransactionManager manager;
    private final Supplier<List<TransactionGuard>> guards;

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        var status = manager.getTransaction(definition);
        if (status.isNewTransaction() && !status.isReadOnly()) {
            check(status);
        }
        return status;
    }

    @Override
    public void commit(TransactionStatus status) {
        manager.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        manager.rollback(status);
    }

    private void check(TransactionStatus status) {
        try {
            guards.get().forEach(TransactionGuard::check);
        } catch (RuntimeException rejected) {
            manager.rollback(status);
            throw rejected;
        }
    }
}
