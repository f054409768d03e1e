package dev.stagedoor.platform.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The version of the packaged service, read without an application context. */
final class BuildVersion {

    private BuildVersion() {}

    /** For example {@code stagedoor 1.4.0 (commit 0cbb160, built 2026-11-30T12:00:00Z)}. */
    static String text() {
        var build = properties("META-INF/build-info.properties");
        var commit = properties("git.properties").getProperty("git.commit.id.abbrev", "unknown");
        return "stagedoor %s (commit %s, built %s)"
                .formatted(
                        build.getProperty("build.version", "development"),
                        commit,
                        build.getProperty("build.time", "from sources"));
    }

    private static Properties properties(String name) {
        var resource = new ClassPathResource(name);
        try {
            return resource.exists() ? PropertiesLoaderUtils.loadProperties(resource) : new Properties();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
