package dev.stagedoor.platform.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/** {@code build_info} with the version, commit and build time. They are unknown if the service runs from its sources. */
@Component
@RequiredArgsConstructor
class BuildInfoMetric implements MeterBinder {

    private final ObjectProvider<BuildProperties> build;
    private final ObjectProvider<GitProperties> git;

    @Override
    public void bindTo(MeterRegistry registry) {
        var version = Optional.ofNullable(build.getIfAvailable());
        Gauge.builder("build.info", () -> 1)
                .description("The version of the service.")
                .tag("version", version.map(BuildProperties::getVersion).orElse("unknown"))
                .tag(
                        "commit",
                        Optional.ofNullable(git.getIfAvailable())
                                .map(GitProperties::getShortCommitId)
                                .orElse("unknown"))
                .tag(
                        "time",
                        version.map(BuildProperties::getTime)
                                .map(Object::toString)
                                .orElse("unknown"))
                .register(registry);
    }
}
