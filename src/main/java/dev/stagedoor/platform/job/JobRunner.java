package dev.stagedoor.platform.job;

import dev.stagedoor.platform.configuration.InvalidConfigurationFailureAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
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
            "logging.level.org.springframework.boot.diagnostics", "off",
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.springframework.context", "error",
            "logging.level.com.zaxxer.hikari", "off");

    /** Nobody waits for an answer, so nothing is cut short. */
    private static final List<String> UNHURRIED = List.of(
            "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
            "--spring.jdbc.template.query-timeout=-1s",
            "--spring.transaction.default-timeout=-1s");

    private final Class<?> application;
    private final Class<? extends Job> type;
    private final List<String> arguments;
    private InvalidConfigurationFailureAnalyzer settings;

    /** Whether the job was done as a whole. */
    boolean run() {
        try (var context = start()) {
            return context.getBean(type).run();
        } catch (RuntimeException failure) {
            log.error("The job {} failed: {}", name().value(), sentence(failure));
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
        spring.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                prepared -> settings = new InvalidConfigurationFailureAnalyzer(prepared.getEnvironment()));
        return spring.run(settings().toArray(String[]::new));
    }

    private String sentence(RuntimeException failure) {
        return Optional.ofNullable(settings)
                .flatMap(read -> read.sentence(failure))
                .orElseGet(() -> FailureMessage.sentence(failure));
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
        var own = new ArrayList<>(List.of(
                "--" + JobLauncher.JOB + "=" + name().value(), "--server.port=-1", "--management.server.port=-1"));
        own.addAll(UNHURRIED);
        Stream.of(name().properties()).map(property -> "--" + property).forEach(own::add);
        var names = own.stream().map(setting -> setting.split("=", 2)[0]).toList();
        var given = arguments.stream().filter(setting -> !names.contains(setting.split("=", 2)[0]));
        return Stream.concat(given, own.stream()).toList();
    }

    private boolean isDebugging() {
        return arguments.stream().anyMatch(argument -> argument.matches("--(debug|trace)(=true)?"));
    }

    private JobDefinition name() {
        return type.getAnnotation(JobDefinition.class);
    }
}
