package dev.stagedoor.platform.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** Starts the service, or with {@code --job=<name>} the same artifact for one job, without opening a port. */
public final class Launcher {

    static final String JOB = "stagedoor.job";
    private static final String ARGUMENT = "--job=";

    private Launcher() {}

    /** A job ends the process: 0 done, 1 not all of it was done, 2 there is no such job. */
    public static void launch(Class<?> application, String... arguments) {
        var job = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(ARGUMENT))
                .findFirst()
                .map(argument -> argument.substring(ARGUMENT.length()));
        job.ifPresentOrElse(
                name -> System.exit(run(application, name, arguments)),
                () -> SpringApplication.run(application, arguments));
    }

    static int run(Class<?> application, String name, String... arguments) {
        try (var context = SpringApplication.run(application, quietly(name, arguments))) {
            return context.getBean(JobRunner.class).run(name);
        }
    }

    static String[] quietly(String name, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--" + JOB + "=" + name,
                "--server.port=-1",
                "--management.server.port=-1",
                "--spring.main.banner-mode=off",
                "--logging.level.org.springframework.boot.tomcat=warn"));
        return all.toArray(String[]::new);
    }
}
