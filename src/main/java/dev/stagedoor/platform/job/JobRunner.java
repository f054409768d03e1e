package dev.stagedoor.platform.job;

import dev.stagedoor.platform.configuration.InvalidConfigurationFailureAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application context of a job with the profile {@code job}, without opening a port, and runs the job. */
@Slf4j
@RequiredArgsConstructor
final class JobRunner {

    private final Class<?> application;
    private final Class<? extends Job> type;
    private final List<String> arguments;
    private @Nullable InvalidConfigurationFailureAnalyzer failureAnalyzer;

    /** Returns whether the job completed entirely. */
    boolean run() {
        try (var context = start()) {
            return context.getBean(type).run();
        } catch (RuntimeException failure) {
            log.error("The job {} failed: {}", definition().value(), sentence(failure));
            if (isDebugging()) {
                log.error("Stack trace:", failure);
            }
            return false;
        }
    }

    ConfigurableApplicationContext start() {
        var isStandalone = definition().within() != void.class;
        var spring = new SpringApplication(isStandalone ? definition().within() : application);
        if (isStandalone) {
            spring.setWebApplicationType(WebApplicationType.NONE);
        }
        spring.setAdditionalProfiles("job");
        spring.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                prepared -> failureAnalyzer = new InvalidConfigurationFailureAnalyzer(prepared.getEnvironment()));
        return spring.run(effectiveArguments().toArray(String[]::new));
    }

    private String sentence(RuntimeException failure) {
        return Optional.ofNullable(failureAnalyzer)
                .flatMap(analyzer -> analyzer.sentence(failure))
                .orElseGet(() -> FailureMessage.sentence(failure));
    }

    /** The properties of the job replace equal arguments, because Spring Boot joins repeated arguments to a list. */
    private List<String> effectiveArguments() {
        var own = new ArrayList<>(List.of(
                "--" + JobLauncher.JOB + "=" + definition().value(),
                "--server.port=-1",
                "--management.server.port=-1"));
        Stream.of(definition().properties()).map(property -> "--" + property).forEach(own::add);
        var names = own.stream().map(setting -> setting.split("=", 2)[0]).toList();
        var others = arguments.stream().filter(setting -> !names.contains(setting.split("=", 2)[0]));
        return Stream.concat(others, own.stream()).toList();
    }

    private boolean isDebugging() {
        return arguments.stream().anyMatch(argument -> argument.matches("--(debug|trace)(=true)?"));
    }

    private JobDefinition definition() {
        return type.getAnnotation(JobDefinition.class);
    }
}
