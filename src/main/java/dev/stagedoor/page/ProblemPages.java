package dev.stagedoor.page;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Explains the {@code type} of a problem response. */
@Controller
@Hidden
@RequiredArgsConstructor
class ProblemPages {

    private final PageRenderer pages;

    @GetMapping("/problems/{code}")
    @PermitAll
    ResponseEntity<String> show(@PathVariable String code, Locale language) {
        var problem = Stream.of(ProblemCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        return pages.page(
                HttpStatus.OK,
                language,
                "../",
                Map.of(
                        "title",
                        problem.title(language),
                        "text",
                        new ProblemException(problem).detail(language) + " "
                                + pages.text("problem.text", language, code, String.valueOf(problem.status()))));
    }
}
