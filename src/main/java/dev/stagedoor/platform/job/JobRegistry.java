package dev.stagedoor.platform.job;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The jobs that there are, found by their names without starting anything. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class JobRegistry {

    private final SortedMap<String, Class<? extends Job>> jobs;

    /** Those in the package of the application and below. */
    static JobRegistry of(Class<?> application) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(JobDefinition.class));
        var jobs = new TreeMap<String, Class<? extends Job>>();
        for (var found : scanner.findCandidateComponents(application.getPackageName())) {
            var type = ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()), application.getClassLoader())
                    .asSubclass(Job.class);
            jobs.put(type.getAnnotation(JobDefinition.class).value(), type);
        }
        return new JobRegistry(jobs);
    }

    Optional<Class<? extends Job>> find(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /** All names, in the order of the alphabet. */
    String names() {
        return String.join(", ", jobs.keySet());
    }
}
