package dev.stagedoor.platform.job;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds jobs by name without starting an application context. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class JobRegistry {

    private final SortedMap<String, Class<? extends Job>> jobs;

    /** Scans the package of the application and its sub-packages. */
    static JobRegistry of(Class<?> application) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(JobDefinition.class));
        var jobs = new TreeMap<String, Class<? extends Job>>();
        for (var component : scanner.findCandidateComponents(application.getPackageName())) {
            var type = ClassUtils.resolveClassName(
                            String.valueOf(component.getBeanClassName()), application.getClassLoader())
                    .asSubclass(Job.class);
            jobs.put(type.getAnnotation(JobDefinition.class).value(), type);
        }
        return new JobRegistry(jobs);
    }

    Optional<Class<? extends Job>> find(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /** All names in alphabetical order. */
    String names() {
        return String.join(", ", jobs.keySet());
    }
}
