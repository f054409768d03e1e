package dev.stagedoor.platform.job;

/** A task that {@code --job=<name>} runs once. {@link JobDefinition} defines the name. */
public interface Job {

    /** Returns whether the job completed entirely. Progress is logged. */
    boolean run();
}
