package dev.stagedoor.platform.job;

import java.util.List;
import java.util.Set;
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
        var job = jobs.find(line.jobName());
        if (job.isEmpty()) {
            return rejectUsage("Unknown job " + line.jobName(), jobs);
        }
        var options = Set.of(job.get().getAnnotation(JobDefinition.class).options());
        return line.unknownArgument(options)
                .map(error -> rejectUsage(error, jobs))
                .orElseGet(
                        () -> new JobRunner(application, job.get(), List.of(arguments)).run() ? COMPLETED : INCOMPLETE);
    }

    /** Prints to standard error, because logging has not been initialized. */
    private static int rejectUsage(String error, JobRegistry jobs) {
        System.err.printf("%s. Available jobs: %s.%n", error, jobs.names());
        return INVALID_USAGE;
    }
}
