package dev.stagedoor.demo;

import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.persistence.embedded.EmbeddedDatabase;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs URLs, demo accounts and sample calls at startup on the embedded database. */
@Slf4j
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class StartupNotice {

    static final String PORT = "local.server.port";

    private final DemoDataCondition demo;
    private final DemoData data;
    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final Environment environment;

    /** Runs after {@link DemoStart}. */
    @Order(2)
    @EventListener(ApplicationReadyEvent.class)
    void log() {
        embedded.ifAvailable(database -> log.info("{}", text(database)));
    }

    private String text(EmbeddedDatabase database) {
        var address = "http://localhost:" + environment.getRequiredProperty(PORT);
        var urls = urls(address, database);
        return demo.isEnabled() && data.exists() ? urls + accounts() + calls(address) : urls;
    }

    private static String urls(String address, EmbeddedDatabase database) {
        return """
                Stagedoor is ready with an embedded database.

                  Service      %1$s
                  Dashboard    %1$s/dashboard
                  Swagger UI   %1$s/swagger-ui.html (execute POST /auth/login there to sign in)
                  Data         %2$s (delete it to start over)
                """.formatted(address, database.dataDirectory());
    }

    private static String accounts() {
        return """

                Sign in as

                  %-17s   %-24s   mobile user: GET /me, GET /favorites
                  %-17s   %-24s   company owner: /dashboard, GET /analytics/favorites
                  %-17s   %-24s   super-admin: GET /admin/users
                """.formatted(Stream.of(DemoAccount.values())
                .flatMap(person -> Stream.of(person.getEmail(), person.getPassword()))
                .toArray());
    }

    /** Commands for bash. */
    private static String calls(String address) {
        return """

                Try

                  curl -s '%1$s/activities?sort=popular&limit=5'; echo
                  TOKEN=$(curl -s %1$s/auth/login -H 'Content-Type: application/json' \\
                    -d '{"email":"%2$s","password":"%3$s"}' | sed -n 's/.*"accessToken":"\\([^"]*\\)".*/\\1/p')
                  curl -s %1$s/me -H "Authorization: Bearer $TOKEN"; echo
                """.formatted(address, DemoAccount.MIA.getEmail(), DemoAccount.MIA.getPassword());
    }
}
