package dev.stagedoor.platform.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command-line arguments of the process. */
record CommandLine(List<String> arguments) {

    static final String HELP = "--help";
    static final String VERSION = "--version";

    private static final String JOB = "--job=";

    /** Includes misspelled forms, so that a typo does not start the service instead of a job. */
    private static final Pattern JOB_OPTION = Pattern.compile("--?jobs?(=.*)?", Pattern.CASE_INSENSITIVE);

    /** Names of Spring properties contain dots, names of environment variables underscores. */
    private static final Pattern SETTING = Pattern.compile("--(\\w[^=._]*[._][^=]*|debug|trace)(=.*)?", Pattern.DOTALL);

    boolean requestsJob() {
        return jobs().findAny().isPresent();
    }

    boolean requests(String option) {
        return arguments.contains(option);
    }

    String jobName() {
        return jobs().findFirst().orElseThrow().substring(JOB.length());
    }

    /** Describes the error of the job option, or of several. */
    Optional<String> error() {
        if (jobs().count() > 1) {
            return Optional.of("Only one job can be run at a time");
        }
        if (jobs().noneMatch(job -> job.startsWith(JOB) && job.length() > JOB.length())) {
            return Optional.of("The job option must have the form --job=verify");
        }
        return Optional.empty();
    }

    /**
     * Describes the first argument that is neither a setting nor an option of the job. Omits its value.
     *
     * @param options the options of the job, without dashes
     */
    Optional<String> unknownArgument(Set<String> options) {
        return arguments.stream()
                .filter(argument -> !isJobOption(argument)
                        && !SETTING.matcher(argument).matches()
                        && options.stream().noneMatch(option -> isOption(argument, option)))
                .findFirst()
                .map(argument -> "Unknown argument " + argument.split("=", 2)[0]);
    }

    /** Describes the first required option that is absent or occurs more than once. */
    Optional<String> missingOption(Set<String> options) {
        return options.stream()
                .filter(option -> option.endsWith("="))
                .filter(option -> arguments.stream()
                                .filter(argument -> isOption(argument, option))
                                .count()
                        != 1)
                .findFirst()
                .map(option -> "The option --" + option + "<value> is required once");
    }

    private static boolean isOption(String argument, String option) {
        return option.endsWith("=")
                ? argument.startsWith("--" + option) && argument.length() > option.length() + 2
                : argument.equals("--" + option);
    }

    private Stream<String> jobs() {
        return arguments.stream().filter(CommandLine::isJobOption);
    }

    private static boolean isJobOption(String argument) {
        return JOB_OPTION.matcher(argument).matches();
    }
}
