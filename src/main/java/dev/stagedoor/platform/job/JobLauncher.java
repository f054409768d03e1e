package dev.stagedoor.platform.job;

import java.util.List;
import org.springframework.boot.SpringApplication;

/** Starts the service. With {@code --job=<name>}, runs that job without opening a port. */
public final class JobLauncher {

    static final String JOB = "stagedoor.job";

    private static final int COMPLETED = 0;
    private static final int INCOMPLETE = 1;
    private static final int INVALID_USAGE = 2;

    private JobLauncher() {}

    /** After a job, the process exits with 0 (completed), 1 (not completed) or 2 (unknown job or argument). */
    public static void launch(Class<?> application, String... arguments) {
        if (new CommandLine(List.of(arguments)).requestsJob()) {
            System.exit(run(application, arguments));
        }
        SpringApplication.run(application, arguments);
    }

    /** Returns the exit status. */
    static int run(Class<?> application, String... arguments) {
        var line = new CommandLine(List.of(arguments));
        var jobs = JobRegistry.of(application);
        if (line.error().isPresent()) {
            return rejectUsage(line.error().get(), jobs);
        }
        return jobs.find(line.jobName())
                .map(job -> new JobRunner(application, job, List.of(arguments)).run() ? COMPLETED : INCOMPLETE)
                .orElseGet(() -> rejectUsage("Unknown job " + line.jobName(), jobs));
    }

    /** Prints to standard error, because logging has not been initialized. */
    private static int rejectUsage(String error, JobRegistry jobs) {
        System.err.printf("%s. Available jobs: %s.%n", error, jobs.names());
        return INVALID_USAGE;
    }
}
