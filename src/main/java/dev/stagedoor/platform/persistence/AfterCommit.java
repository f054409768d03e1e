package dev.stagedoor.platform.persistence;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs an action after the changes of the current transaction are visible to other transactions. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs the action after the commit, not after a rollback. Without a transaction, runs it immediately. */
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
