package dev.stagedoor.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Contract;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The {@code .http} files run successfully with the demo data and cover all operations. */
@StagedoorTest
@TestPropertySource(properties = "stagedoor.demo-data=true")
@Tag("process")
class RequestsTests {

    @Autowired
    Http http;

    @Test
    void requestsReturnTheirStatusAndCoverAllOperations() throws IOException {
        var operations = operations();
        var uncovered = new TreeSet<>(operations.keySet());
        try (Stream<Path> files = Files.list(Path.of("requests"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".http"))
                    .sorted()
                    .toList()) {
                var tour = new Tour(http);
                for (var request : TourRequest.of(file)) {
                    var called = request.method() + " " + tour.send(request).split("\\?")[0];
                    uncovered.removeIf(operation ->
                            operations.get(operation).matcher(called).matches());
                }
            }
        }
        assertThat(uncovered).isEmpty();
    }

    /** Returns the operations as method and path, with a pattern of their requests. */
    private Map<String, Pattern> operations() {
        var operations = new HashMap<String, Pattern>();
        for (var surface : Contract.SURFACES) {
            http.get("/v3/api-docs/" + surface)
                    .send()
                    .expect(200)
                    .json()
                    .at("/paths")
                    .propertyStream()
                    .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                        var operation = method.toUpperCase() + " " + path.getKey();
                        operations.put(operation, Pattern.compile(operation.replaceAll("\\{\\w+}", "[^/]+")));
                    }));
        }
        assertThat(operations).hasSizeGreaterThan(40);
        return operations;
    }
}
