package dev.stagedoor.platform.job;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Prints the progress of a job, one line per update, so that it is readable in a log. */
@Component
@RequiredArgsConstructor
public class ProgressBar {

    private static final int WIDTH = 40;

    private final JobOutput output;

    /** {@code done} exceeds {@code total} if rows are added while the job runs. */
    public void print(long done, long total) {
        var filled = (int) (WIDTH * Math.min(done, total) / Math.max(total, 1));
        output.print("[%s%s] %s of %s".formatted("#".repeat(filled), "-".repeat(WIDTH - filled), done, total));
    }
}
