package dev.stagedoor.platform.invariant;

import java.util.List;

/** Declares the invariants of a package. Implementations are beans. */
public interface Invariants {

    /** Runs in the transaction that checks the invariants. */
    List<Invariant> list();
}
