package dev.stagedoor.platform.job;

import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/** Runs a job by its name. */
@Slf4j
@Component
@RequiredArgsConstructor
class JobRunner {

    private static final int DONE = 0;
    private static final int INCOMPLETE = 1;
    private static final int UNKNOWN = 2;

    private final List<Job> jobs;

    /** The exit status. */
    int run(String name) {
        return jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .map(job -> job.run() ? DONE : INCOMPLETE)
                .orElseGet(() -> unknown(name));
    }

    private int unknown(String name) {
        var names = jobs.stream().map(Job::name).sorted().collect(Collectors.joining(", "));
        log.error("There is no job {}; there are {}", name, names);
        return UNKNOWN;
    }
}
