package dev.stagedoor.platform.job;

import org.springframework.stereotype.Component;

/** Where a job prints what it was asked for: the standard output, beside the log and without its prefixes. */
@Component
public class JobOutput {

    public void print(String line) {
        System.out.println(line);
    }
}
