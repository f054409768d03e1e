package dev.stagedoor.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Links to the dashboard and to Swagger UI. With the profile {@code prod}, redirects to the dashboard. */
@Controller
@Hidden
@RequiredArgsConstructor
class StartPage {

    private static final String DASHBOARD = "dashboard/";

    private final Environment environment;
    private final PageRenderer pages;

    @GetMapping("/")
    @PermitAll
    ResponseEntity<String> show(Locale language) {
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(DASHBOARD))
                    .build();
        }
        return pages.page(
                HttpStatus.OK,
                language,
                "",
                Map.of(
                        "title", pages.text("start.title", language),
                        "text", pages.text("start.text", language),
                        "links",
                                List.of(
                                        link(DASHBOARD, "start.dashboard", language),
                                        link("preferences/", "start.preferences", language),
                                        link("swagger-ui.html", "start.documentation", language))));
    }

    private Map<String, String> link(String target, String text, Locale language) {
        return Map.of("href", target, "label", pages.text(text, language));
    }
}
