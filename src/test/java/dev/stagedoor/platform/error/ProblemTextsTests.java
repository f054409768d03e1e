package dev.stagedoor.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** All texts of problem responses are translated. */
class ProblemTextsTests {

    private static final ProblemTexts GERMAN = ProblemTexts.in(Locale.GERMANY);

    /** A sentence, or a validation message that follows the name of a field. */
    private static final Pattern TEXT = Pattern.compile("[A-Z][^%]* [^%]*\\.|(must|is|has|stands|would) .*");

    /** Packages whose texts are only for operators. */
    private static final List<String> OPERATOR_PACKAGES = List.of(
            "platform/configuration",
            "platform/job",
            "platform/invariant",
            "platform/migration",
            "platform/openapi",
            "platform/persistence",
            "notification",
            "demo");

    private static final Path CLASSES = Path.of("target/classes/dev/stagedoor");

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyTitleIsTranslated(ProblemCode code) {
        assertThat(GERMAN.of(code.title())).isNotEqualTo(code.title());
    }

    @Test
    void everySentenceIsTranslated() throws IOException {
        assertThat(sentences())
                .hasSizeGreaterThan(60)
                .allSatisfy(text -> assertThat(GERMAN.of(text)).as(text).isNotEqualTo(text));
    }

    @Test
    void valueIsInsertedIntoTheTranslation() {
        assertThat(GERMAN.of("The body exceeds the limit of 64 KiB."))
                .isEqualTo("Der Inhalt überschreitet die Grenze von 64 KiB.");
        assertThat(GERMAN.of("must have at most 100 characters")).isEqualTo("darf höchstens 100 Zeichen haben");
        assertThat(GERMAN.of("$1 has the wrong type.")).isEqualTo("$1 hat den falschen Typ.");
    }

    @Test
    void unknownTextIsNotTranslated() {
        assertThat(GERMAN.of("No translation exists.")).isEqualTo("No translation exists.");
        assertThat(ProblemTexts.in(Locale.FRENCH).of("Not found")).isEqualTo("Not found");
    }

    private static Set<String> sentences() throws IOException {
        var texts = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (var file : files.filter(ProblemTextsTests::isVisibleToCallers).toList()) {
                var bytes = Files.readAllBytes(file);
                if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("InvalidConfigurationException")) {
                    new ClassReader(bytes).accept(new Texts(texts), ClassReader.SKIP_DEBUG);
                }
            }
        }
        return texts;
    }

    private static boolean isVisibleToCallers(Path file) {
        var path = CLASSES.relativize(file).toString();
        return path.endsWith(".class") && OPERATOR_PACKAGES.stream().noneMatch(path::startsWith);
    }

    /** Collects the texts of methods and the defaults of annotations. */
    private static final class Texts extends ClassVisitor {

        private final Set<String> texts;

        Texts(Set<String> texts) {
            super(Opcodes.ASM9);
            this.texts = texts;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public void visitLdcInsn(Object value) {
                    add(value);
                }

                @Override
                public AnnotationVisitor visitAnnotationDefault() {
                    return new AnnotationVisitor(Opcodes.ASM9) {

                        @Override
                        public void visit(String unnamed, Object value) {
                            add(value);
                        }
                    };
                }
            };
        }

        private void add(Object value) {
            if (value instanceof String text && TEXT.matcher(text).matches()) {
                texts.add(text);
            }
        }
    }
}
