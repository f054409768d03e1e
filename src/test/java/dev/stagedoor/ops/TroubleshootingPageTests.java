package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The messages in {@code docs/troubleshooting.md} are those of the code. */
class TroubleshootingPageTests {

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`.*?`) \\|");
    private static final Pattern MESSAGE = Pattern.compile("`([^`]+)`");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void everyMessageIsInTheCode() throws IOException {
        var code = code();
        var page = Files.readString(Path.of("docs/troubleshooting.md"));
        var messages = FIRST_CELL
                .matcher(page.substring(0, page.indexOf("## Responses")))
                .results()
                .flatMap(cell -> MESSAGE.matcher(cell.group(1)).results())
                .map(message -> message.group(1));

        assertThat(messages)
                .hasSizeGreaterThan(15)
                .allSatisfy(message -> assertThat(parts(message))
                        .allSatisfy(part -> assertThat(code).contains(part)));
    }

    /** An ellipsis stands for a value. */
    private static Stream<String> parts(String message) {
        return Stream.of(message.split("…")).map(part -> part.strip().replaceFirst("\\.$", ""));
    }

    private static String code() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TroubleshootingPageTests::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return CONCATENATION.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
