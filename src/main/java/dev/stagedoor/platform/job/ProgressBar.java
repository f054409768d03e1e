package dev.stagedoor.platform.job;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How far a job is, a line at a time: a log may be all that an operator sees of it. */
@Component
@RequiredArgsConstructor
public class ProgressBar {

    private static final int WIDTH = 40;

    private final JobOutput console;

    /** What came after the job began to count may be more than {@code all}. */
    public void tell(long done, long all) {
        var filled = (int) (WIDTH * Math.min(done, all) / Math.max(all, 1));
        console.print("[%s%s] %d of %d".formatted("#".repeat(filled), "-".repeat(WIDTH - filled), done, all));
    }
}
