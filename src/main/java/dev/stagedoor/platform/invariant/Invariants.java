package dev.stagedoor.platform.invariant;

import java.util.List;

/** The invariants of a room, as a bean of it. */
public interface Invariants {

    /** Called inside the snapshot that they are checked in. */
    List<Invariant> list();
}
