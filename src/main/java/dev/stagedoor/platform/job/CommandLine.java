package dev.stagedoor.platform.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is asked for by the arguments of the process. */
record CommandLine(List<String> arguments) {

    private static final String JOB = "--job=";

    /** Also what was only meant so: the service shall not start in the place of a job. */
    private static final Predicate<String> MEANS_A_JOB =
            Pattern.compile("--?jobs?(=.*)?", Pattern.CASE_INSENSITIVE).asMatchPredicate();

    /** Spring's properties have dots, the environment's names underscores. */
    private static final Predicate<String> IS_A_SETTING = Pattern.compile(
                    "--(\\w[^=]*[._][^=]*|debug|trace)(=.*)?", Pattern.DOTALL)
            .asMatchPredicate();

    boolean asksForAJob() {
        return jobs().findAny().isPresent();
    }

    /** The job's name as it was given. */
    String jobName() {
        return jobs().findFirst().orElseThrow().substring(JOB.length());
    }

    /** What is wrong with a command line that asks for a job, in a sentence; its values are not repeated. */
    Optional<String> fault() {
        if (jobs().count() > 1) {
            return Optional.of("One job at a time");
        }
        if (jobs().noneMatch(job -> job.startsWith(JOB) && job.length() > JOB.length())) {
            return Optional.of("Name the job as in --job=verify");
        }
        return arguments.stream()
                .filter(argument -> !MEANS_A_JOB.test(argument) && !IS_A_SETTING.test(argument))
                .findFirst()
                .map(argument -> "A job takes no argument " + argument.split("=", 2)[0]);
    }

    private Stream<String> jobs() {
        return arguments.stream().filter(MEANS_A_JOB);
    }
}
