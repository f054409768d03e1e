package dev.stagedoor.platform.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts what a job needs, without opening a port, and runs it. */
@Slf4j
@RequiredArgsConstructor
final class JobRunner {

    /** The job is what the log is about; whatever is configured goes before this. */
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.root", "warn",
            "logging.level.dev.stagedoor", "info",
            "logging.level.stagedoor", "info");

    /** Who would print a stack trace of a start that failed. {@code --debug} lets them. */
    private static final Map<String, Object> WITHOUT_STACK_TRACES = Map.of(
            "logging.level.org.springframework.boot.SpringApplication", "off",
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.springframework.context", "error",
            "logging.level.com.zaxxer.hikari", "off");

    private final Class<?> application;
    private final Class<? extends Job> type;
    private final List<String> arguments;

    /** Whether the job was done as a whole. */
    boolean run() {
        try (var context = start()) {
            return context.getBean(type).run();
        } catch (RuntimeException failure) {
            log.error("The job {} failed: {}", name().value(), Failures.sentence(failure));
            if (isDebugging()) {
                log.error("In full:", failure);
            }
            return false;
        }
    }

    ConfigurableApplicationContext start() {
        var isSlim = name().within() != void.class;
        var spring = new SpringApplication(isSlim ? name().within() : application);
        if (isSlim) {
            spring.setWebApplicationType(WebApplicationType.NONE);
        }
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setDefaultProperties(defaults());
        return spring.run(settings().toArray(String[]::new));
    }

    private Map<String, Object> defaults() {
        var defaults = new HashMap<>(QUIET);
        if (!isDebugging()) {
            defaults.putAll(WITHOUT_STACK_TRACES);
        }
        return defaults;
    }

    /** A setting that is given twice would be a list, so the job's own take the place of the given ones. */
    private List<String> settings() {
        var own = new ArrayList<>(
                List.of("--" + Launcher.JOB + "=" + name().value(), "--server.port=-1", "--management.server.port=-1"));
        Stream.of(name().properties()).map(property -> "--" + property).forEach(own::add);
        var names = own.stream().map(setting -> setting.split("=", 2)[0]).toList();
        var given = arguments.stream().filter(setting -> !names.contains(setting.split("=", 2)[0]));
        return Stream.concat(given, own.stream()).toList();
    }

    private boolean isDebugging() {
        return arguments.stream().anyMatch(argument -> argument.matches("--(debug|trace)(=true)?"));
    }

    private JobName name() {
        return type.getAnnotation(JobName.class);
    }
}
