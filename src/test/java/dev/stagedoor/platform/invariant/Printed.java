package dev.stagedoor.platform.invariant;

import java.util.List;
import org.springframework.boot.test.system.CapturedOutput;

/** The output of a verification. */
record Printed(CapturedOutput output) {

    /** Returns the indented lines below a verdict. */
    List<String> below(String verdict) {
        return output.getOut()
                .lines()
                .dropWhile(line -> !line.equals(verdict))
                .skip(1)
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    List<String> violations(int number, String rule) {
        return below("%s violation%s: %s".formatted(number, number == 1 ? "" : "s", rule)).stream()
                .filter(line -> !line.startsWith("and "))
                .toList();
    }
}
