package dev.stagedoor.platform.job;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;

/** Starts the service. With {@code --job=<name>}, runs that job without opening a port. */
public final class JobLauncher {

    static final String JOB = "stagedoor.job";

    private static final int COMPLETED = 0;
    private static final int INCOMPLETE = 1;
    private static final int INVALID_USAGE = 2;

    private JobLauncher() {}

    /**
     * Starts the service, or exits with 0 (job completed, help or version printed), 1 (job not completed) or 2 (unknown job or
     * argument).
     */
    public static void launch(Class<?> application, String... arguments) {
        ignoreMachineSettings();
        var line = new CommandLine(List.of(arguments));
        if (line.requests(CommandLine.HELP) || line.requests(CommandLine.VERSION)) {
            System.out.println(line.requests(CommandLine.HELP) ? help(application) : BuildVersion.text());
        } else if (line.requestsJob()) {
            System.exit(run(application, arguments));
        } else if (line.unknownArgument(Set.of()).isPresent()) {
            System.exit(rejectUsage(line.unknownArgument(Set.of()).orElseThrow(), JobRegistry.of(application)));
        } else {
            SpringApplication.run(application, arguments);
        }
    }

    /**
     * Libraries format text with the default locale, and the database driver sends the default time zone to the server, which
     * may not know its name.
     */
    private static void ignoreMachineSettings() {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    private static String help(Class<?> application) {
        return """
                Usage:
                  java -jar stagedoor.jar [--<setting>=<value> ...]               starts the service
                  java -jar stagedoor.jar --job=<name> [--<setting>=<value> ...]  runs a job
                  java -jar stagedoor.jar --help | --version

                Jobs: %s
                Settings: environment variables or options such as --server.port=8081; docs/configuration.md lists them.""".formatted(JobRegistry.of(application).names());
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
                .or(() -> line.missingOption(options))
                .map(error -> rejectUsage(error, jobs))
                .orElseGet(
                        () -> new JobRunner(application, job.get(), List.of(arguments)).run() ? COMPLETED : INCOMPLETE);
    }

    /** Prints to standard error, because logging has not been initialized. */
    private static int rejectUsage(String error, JobRegistry jobs) {
        System.err.println(error + ". Available jobs: " + jobs.names() + ".");
        return INVALID_USAGE;
    }
}
