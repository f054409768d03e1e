package dev.stagedoor.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class UndoScriptTests {

    @Test
    void everyMigrationHasItsUndoScript() throws IOException {
        assertThat(names("migration", 'V')).isNotEmpty().isEqualTo(names("undo", 'U'));
    }

    /** Returns the file names in a directory without the prefix. */
    private static List<String> names(String directory, char letter) throws IOException {
        var resources = new PathMatchingResourcePatternResolver().getResources("classpath:db/" + directory + "/*");
        var names = Arrays.stream(resources).map(file -> file.getFilename()).toList();
        assertThat(names).allMatch(name -> name.charAt(0) == letter);
        return names.stream().map(name -> name.substring(1)).sorted().toList();
    }
}
