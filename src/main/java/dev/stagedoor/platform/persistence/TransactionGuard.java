package dev.stagedoor.platform.persistence;

/** A check that runs at the start of each read-write transaction, as part of it. An exception rolls the transaction back. */
@FunctionalInterface
public interface TransactionGuard {

    void check();
}
