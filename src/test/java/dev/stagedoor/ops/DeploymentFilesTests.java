package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The example files for systemd and Kubernetes. */
class DeploymentFilesTests {

    private static final Path KUBERNETES = Path.of("ops/kubernetes");

    /** The drain, the completion of running requests, and time to close the application context. */
    private static final int MIN_STOP_SECONDS = 5 + 20 + 5;

    private final JsonNode pod = manifest("deployment.yaml").at("/spec/template/spec");
    private final JsonNode container = pod.at("/containers/0");

    @Test
    void everyManifestIsNamedAndSelectsThePods() throws IOException {
        try (var files = Files.list(KUBERNETES)) {
            assertThat(files.map(file -> manifest(file.getFileName().toString())))
                    .hasSize(4)
                    .allSatisfy(manifest -> {
                        assertThat(manifest.at("/apiVersion").asString()).isNotEmpty();
                        assertThat(manifest.at("/metadata/name").asString()).isEqualTo("stagedoor");
                    });
        }
        var labels = manifest("deployment.yaml").at("/spec/template/metadata/labels");
        assertThat(labels.isEmpty()).isFalse();
        assertThat(manifest("deployment.yaml").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(manifest("service.yaml").at("/spec/selector")).isEqualTo(labels);
        assertThat(manifest("pod-disruption-budget.yaml").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
    }

    @Test
    void environmentVariablesAreDocumented() throws IOException {
        var documented = Files.readString(Path.of("docs/configuration.md"));
        var names = Stream.concat(
                container
                        .at("/env")
                        .valueStream()
                        .map(variable -> variable.at("/name").asString()),
                manifest("secret.example.yaml").at("/stringData").propertyNames().stream());

        assertThat(names)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
    }

    @Test
    void secretContainsOnlyPlaceholders() {
        assertThat(manifest("secret.example.yaml").at("/stringData").valueStream())
                .allSatisfy(value -> assertThat(value.asString()).matches(".*<[a-z0-9 -]+>.*"));
        assertThat(container.at("/envFrom/0/secretRef/name").asString()).isEqualTo("stagedoor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe /livez", "livenessProbe /livez", "readinessProbe /readyz"})
    void probeCallsItsEndpoint(String probe) {
        var request = container.at("/" + probe.split(" ")[0] + "/httpGet");

        assertThat(request.at("/path").asString()).isEqualTo(probe.split(" ")[1]);
        assertThat(request.at("/port").asString()).isEqualTo("http");
    }

    @Test
    void portsAreThoseOfTheImage() throws IOException {
        var exposed = matches(Path.of("Dockerfile"), "EXPOSE (\\d+) (\\d+)").get(0);

        assertThat(container
                        .at("/ports")
                        .valueStream()
                        .map(port -> port.at("/name").asString() + " "
                                + port.at("/containerPort").asString()))
                .containsExactly("http " + exposed.group(1), "management " + exposed.group(2));
        assertThat(manifest("service.yaml")
                        .at("/spec/ports")
                        .valueStream()
                        .map(port -> port.at("/targetPort").asString()))
                .containsExactly("http");
    }

    @Test
    void containerIsRestricted() throws IOException {
        var user = matches(Path.of("Dockerfile"), "USER (\\d+):\\d+").get(0).group(1);

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asString()).isEqualTo(user);
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/volumeMounts/0/mountPath").asString()).isEqualTo("/tmp");
        assertThat(container.at("/resources/limits/memory").asString()).isEqualTo("384Mi");
    }

    @Test
    void stopTimeoutsAreLongerThanTheShutdown() throws IOException {
        var unit = matches(Path.of("ops/systemd/stagedoor.service"), "TimeoutStopSec=(\\d+)");

        assertThat(Integer.parseInt(unit.get(0).group(1))).isGreaterThanOrEqualTo(MIN_STOP_SECONDS);
        assertThat(pod.at("/terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(MIN_STOP_SECONDS);
    }

    @Test
    void unitHasOneValuePerSetting() throws IOException {
        var lines = Files.readAllLines(Path.of("ops/systemd/stagedoor.service"));

        assertThat(lines).allMatch(line -> line.matches("|#.*|\\[(Unit|Service|Install)]|[A-Za-z]+=.*"));
        assertThat(lines.stream().filter(line -> line.matches("[A-Za-z]+=.*")).map(line -> line.split("=")[0]))
                .doesNotHaveDuplicates()
                .contains("EnvironmentFile", "SuccessExitStatus", "NoNewPrivileges", "ProtectSystem");
    }

    private static List<MatchResult> matches(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .toList();
    }

    private static JsonNode manifest(String name) {
        try {
            return Yaml.read(Files.readString(KUBERNETES.resolve(name)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
