package dev.stagedoor.platform.job;

/** Work that is done once, by {@code --job=<name>}. */
public interface Job {

    String name();

    /** Whether all of it was done; the log tells how far it is. */
    boolean run();
}
