package dev.stagedoor.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Every text of a problem exists in every language, and the code uses all of them. */
class ProblemMessagesTests {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final String REASON = "\"([a-z0-9-]+)\"";

    private static final Pattern PROBLEM =
            Pattern.compile("new ProblemException\\(\\s*(?:ProblemCode\\.)?(\\w+),\\s*" + REASON);
    private static final Pattern NOT_FOUND = Pattern.compile("(?:notFound\\(|missing = )" + REASON);
    /** The rules of fields are phrases that follow the name of the field. */
    private static final Pattern RULE =
            Pattern.compile("\"((?:must|has-the|is-a|is-not|would|duplicates)-[a-z0-9-]+)\"");

    private static final Pattern CONSTRAINT = Pattern.compile("\\{(validation-failed\\.[a-z0-9-]+)}");

    @ParameterizedTest
    @ValueSource(strings = "problem/messages_de.properties")
    void everyTextIsTranslated(String file) throws IOException {
        assertThat(keys(file)).isEqualTo(keys("problem/messages.properties"));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasATitle(ProblemCode code) {
        assertThat(code.title(Locale.GERMAN)).isNotEqualTo(code.title(Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(value = ProblemCode.class, mode = EnumSource.Mode.EXCLUDE, names = "VALIDATION_FAILED")
    void everyCodeHasADefaultDetail(ProblemCode code) {
        var problem = new ProblemException(code);

        assertThat(problem.detail(Locale.GERMAN)).isNotEqualTo(problem.getMessage());
    }

    @Test
    void everyKeyInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
        var texts = keys("problem/messages.properties");
        texts.removeIf(key -> key.endsWith(".title") || key.endsWith(".detail"));

        assertThat(usedKeys()).isEqualTo(texts);
    }

    @Test
    void argumentIsInserted() {
        var problem = new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "limit", "4096");

        assertThat(problem).hasMessage("The body exceeds the limit of 4096 KiB.");
        assertThat(problem.detail(Locale.GERMANY)).isEqualTo("Der Inhalt überschreitet die Grenze von 4096 KiB.");
        assertThat(new ProblemException(ProblemCode.MALFORMED_REQUEST, "type-of-parameter", "{1}$1"))
                .hasMessage("{1}$1 has the wrong type.");
    }

    @Test
    void unsupportedLanguageIsEnglish() {
        assertThat(new ProblemException(ProblemCode.CONFLICT, "account-changed").detail(Locale.FRENCH))
                .isEqualTo("The account was changed by another request.");
    }

    @Test
    void detailListsAllInvalidFields() {
        var problem = ProblemException.invalid(List.of(
                InvalidField.of("email", InvalidField.REQUIRED, "must-be-present"),
                InvalidField.ofText("limit", InvalidField.OUT_OF_RANGE, "{0} isn't it")));

        assertThat(problem).hasMessage("email must be present; limit {0} isn't it");
        assertThat(problem.detail(Locale.GERMAN)).isEqualTo("email muss angegeben werden; limit {0} isn't it");
    }

    private static Set<String> usedKeys() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                PROBLEM.matcher(source).results().map(ProblemMessagesTests::key).forEach(used::add);
                NOT_FOUND
                        .matcher(source)
                        .results()
                        .map(match -> "not-found." + match.group(1))
                        .forEach(used::add);
                RULE.matcher(source)
                        .results()
                        .map(match -> "validation-failed." + match.group(1))
                        .forEach(used::add);
                CONSTRAINT
                        .matcher(source)
                        .results()
                        .map(match -> match.group(1))
                        .forEach(used::add);
            }
        }
        used.removeIf(key -> key.endsWith(".detail"));
        return used;
    }

    private static String key(MatchResult problem) {
        return ProblemCode.valueOf(problem.group(1)).messageKey(problem.group(2));
    }

    private static Set<String> keys(String file) throws IOException {
        var resource = new EncodedResource(new ClassPathResource(file), "UTF-8");
        return new TreeSet<>(PropertiesLoaderUtils.loadProperties(resource).stringPropertyNames());
    }
}
