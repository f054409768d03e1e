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

/** Tells whoever started the service on the embedded database where it is and what to try first. */
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

    /** After the demo data are made. */
    @Order(2)
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        embedded.ifAvailable(database -> log.info("{}", text(database)));
    }

    private String text(EmbeddedDatabase database) {
        var address = "http://localhost:" + environment.getRequiredProperty(PORT);
        var places = places(address, database);
        return demo.isOn() && data.isThere() ? places + signIns() + calls(address) : places;
    }

    private static String places(String address, EmbeddedDatabase database) {
        return """
                Stagedoor is ready, on its embedded database.

                  Service      %1$s
                  Dashboard    %1$s/dashboard
                  Swagger UI   %1$s/swagger-ui.html (execute POST /auth/login there to sign in)
                  Data         %2$s (delete it to begin anew)
                """.formatted(address, database.dataDirectory());
    }

    private static String signIns() {
        return """

                Sign in as

                  %-17s   %-24s   a mobile user: GET /me, GET /favorites
                  %-17s   %-24s   the owner of a company: /dashboard, GET /analytics/favorites
                  %-17s   %-24s   the super-admin: GET /admin/users
                """.formatted(Stream.of(DemoAccount.values())
                .flatMap(person -> Stream.of(person.getEmail(), person.getPassword()))
                .toArray());
    }

    /** To be pasted in bash as they are. */
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
