package dev.stagedoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every regular expression of the main code takes linear time on hostile input.
 *
 * <p>Time is counted in characters that the matcher reads, so that the result does not depend on the machine: twice the
 * input may cost at most about twice the reads.
 */
@Tag("fuzz")
class RegularExpressionTests {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CLASSES = Path.of("target", "classes");

    /** Calls of {@link String} that compile their argument. */
    private static final Pattern INLINE =
            Pattern.compile("\\.(?:matches|replaceAll|replaceFirst|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern WORD = Pattern.compile("\\\\[A-Za-z]|([A-Za-z]{2,})");

    @ParameterizedTest
    @MethodSource("expressions")
    void expressionTakesLinearTime(Pattern expression) {
        assertThat(superlinearInputs(expression)).isEmpty();
    }

    /** The check itself must find the known kinds: overlapping neighbors and unanchored searches. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[\\x21-\\x7e]+@[\\x21-\\x7e]+\\.[A-Za-z][A-Za-z0-9-]+$",
                "\\s+$",
                "<[^>]*>",
                "\\beyJ[\\w-]{8,}\\.[\\w-]+"
            })
    void quadraticExpressionIsFound(String expression) {
        assertThat(superlinearInputs(Pattern.compile(expression))).isNotEmpty();
    }

    /** The scan reads static fields, so an expression that is compiled elsewhere would be missed. */
    @Test
    void expressionsAreCompiledInStaticFields() throws IOException {
        for (var file : files(SOURCES, ".java")) {
            var code = Files.readString(file);
            assertThat(Pattern.compile("Pattern\\.compile\\(").matcher(code).results())
                    .as(file.toString())
                    .hasSameSizeAs(Pattern.compile("static final Pattern \\w+ =\\s+Pattern\\.compile\\(")
                            .matcher(code)
                            .results()
                            .toList());
        }
    }

    static Stream<Pattern> expressions() throws Exception {
        var patterns = new ArrayList<Pattern>();
        for (var file : files(CLASSES, ".class")) {
            patterns.addAll(staticFields(file));
        }
        for (var file : files(SOURCES, ".java")) {
            INLINE.matcher(Files.readString(file))
                    .results()
                    .map(call -> Pattern.compile(call.group(1).translateEscapes()))
                    .forEach(patterns::add);
        }
        assertThat(patterns).hasSizeGreaterThan(25);
        return patterns.stream();
    }

    private static List<Pattern> staticFields(Path file) throws ReflectiveOperationException {
        var name =
                CLASSES.relativize(file).toString().replaceAll("\\.class$", "").replace('/', '.');
        if (!name.startsWith("dev.stagedoor.") || name.endsWith("-info")) {
            return List.of();
        }
        var patterns = new ArrayList<Pattern>();
        for (var field : Class.forName(name, false, RegularExpressionTests.class.getClassLoader())
                .getDeclaredFields()) {
            if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                patterns.add((Pattern) field.get(null));
            }
        }
        return patterns;
    }

    private static List<String> superlinearInputs(Pattern expression) {
        return pumps(expression).stream()
                .flatMap(pump -> prefixes(expression).stream()
                        .filter(prefix -> isSuperlinear(expression, prefix, pump))
                        .map(prefix -> prefix + " + (" + pump + ")*"))
                .toList();
    }

    /** At most ten reads for each character are linear, whatever the ratio is. */
    private static boolean isSuperlinear(Pattern expression, String prefix, String pump) {
        var twice = reads(expression, prefix + pump.repeat(2_000 / pump.length()) + "\u0001");
        return twice > 20_000
                && twice > 2.7 * reads(expression, prefix + pump.repeat(1_000 / pump.length()) + "\u0001");
    }

    private static Set<String> prefixes(Pattern expression) {
        var prefixes = new LinkedHashSet<>(List.of(""));
        words(expression).forEach(prefixes::add);
        Stream.of("+1", "\"", "--a", "a@", "a.")
                .filter(prefix -> expression.pattern().contains(prefix.replaceAll("[a1]", "")))
                .forEach(prefixes::add);
        return prefixes;
    }

    /** Repeated parts: single characters, pairs of the characters that the expression distinguishes, and its words. */
    private static Set<String> pumps(Pattern expression) {
        var characters = new LinkedHashSet<>(List.of("a", "0", " ", "-"));
        expression
                .pattern()
                .chars()
                .filter(character -> !Character.isLetterOrDigit(character))
                .forEach(character -> characters.add(String.valueOf((char) character)));
        var pumps = new LinkedHashSet<>(characters);
        characters.forEach(first -> characters.forEach(second -> pumps.add(first + second)));
        words(expression).forEach(word -> characters.forEach(character -> pumps.add(word + character)));
        return pumps;
    }

    private static Stream<String> words(Pattern expression) {
        return WORD.matcher(expression.pattern())
                .results()
                .map(match -> match.group(1))
                .filter(Objects::nonNull);
    }

    /** The characters read by one full match and by a search for all occurrences. Stops at a million. */
    private static long reads(Pattern expression, String input) {
        var counted = new CountedCharacters(input);
        try {
            expression.matcher(counted).matches();
            var search = expression.matcher(counted);
            while (search.find()) {
                // The next occurrence is searched from the end of this one.
            }
        } catch (TooManyReadsException exceeded) {
            return Long.MAX_VALUE;
        }
        return counted.reads;
    }

    private static List<Path> files(Path directory, String suffix) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static final class CountedCharacters implements CharSequence {

        private static final long LIMIT = 1_000_000;

        private final String text;
        private long reads;

        private CountedCharacters(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads >= LIMIT) {
                throw new TooManyReadsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyReadsException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
