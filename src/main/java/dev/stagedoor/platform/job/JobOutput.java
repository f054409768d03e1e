package dev.stagedoor.platform.job;

import org.springframework.stereotype.Component;

/** Prints the results of jobs to standard output, without log prefixes. */
@Component
public class JobOutput {

    public void print(String line) {
        System.out.println(line);
    }
}
