package dev.stagedoor.platform.job;

import java.util.List;
import org.springframework.boot.SpringApplication;

/** Starts the service, or with {@code --job=<name>} the same artifact for one job, without opening a port. */
public final class JobLauncher {

    static final String JOB = "stagedoor.job";

    private static final int DONE = 0;
    private static final int INCOMPLETE = 1;
    private static final int MISUSED = 2;

    private JobLauncher() {}

    /** A job ends the process: 0 done, 1 not all of it was done, 2 there is no such job or no such argument. */
    public static void launch(Class<?> application, String... arguments) {
        if (new CommandLine(List.of(arguments)).asksForAJob()) {
            System.exit(run(application, arguments));
        }
        SpringApplication.run(application, arguments);
    }

    /** The exit status of a job. */
    static int run(Class<?> application, String... arguments) {
        var line = new CommandLine(List.of(arguments));
        var jobs = JobRegistry.of(application);
        if (line.fault().isPresent()) {
            return misused(line.fault().get(), jobs);
        }
        return jobs.find(line.jobName())
                .map(job -> new JobRunner(application, job, List.of(arguments)).run() ? DONE : INCOMPLETE)
                .orElseGet(() -> misused("There is no job " + line.jobName(), jobs));
    }

    /** To the error stream: nothing is started yet, and no log. */
    private static int misused(String fault, JobRegistry jobs) {
        System.err.printf("%s; there are the jobs %s.%n", fault, jobs.names());
        return MISUSED;
    }
}
