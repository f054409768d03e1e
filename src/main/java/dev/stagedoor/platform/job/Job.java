package dev.stagedoor.platform.job;

/** Work that is done once, by {@code --job=<name>}; {@link JobDefinition} gives the name. */
public interface Job {

    /** Whether all of it was done; the log tells how far it is. */
    boolean run();
}
