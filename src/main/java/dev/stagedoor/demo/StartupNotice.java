package dev.stagedoor.demo;

import java.nio.file.Path;
import java.util.stream.Stream;

/** URLs, demo accounts and sample calls for the first start. */
final class StartupNotice {

    /** The key of the demo sender. It is public, like the passwords of the demo accounts. */
    private static final String SENDER_KEY = "sdk_0AAAAAAAQACAAAAAAAAAAR0LH1W13ejplrzosFHYNYGTkLbzGBGdagw1RWPVEc7V";

    private StartupNotice() {}

    static String text(String address, Path dataDirectory, boolean hasDemoData) {
        var urls = """
                Stagedoor is ready with an embedded database.
                  Service      %1$s
                  Dashboard    %1$s/dashboard
                  Swagger UI   %1$s/swagger-ui.html (execute POST /auth/login there to sign in)
                  Data         %2$s (delete it to start over)
                """.formatted(address, dataDirectory);
        return hasDemoData ? urls + accounts() + calls(address) : urls;
    }

    private static String accounts() {
        return """

                Sign in as

                  %-17s   %-24s   mobile user: GET /me, GET /favorites
                  %-17s   %-24s   company owner: /dashboard, GET /analytics/favorites
                  %-17s   %-24s   super-admin: GET /admin/users

                Send notifications with the X-API-Key

                  %s
                """.formatted(Stream.concat(
                        Stream.of(DemoAccount.values())
                                .flatMap(person -> Stream.of(person.getEmail(), person.getPassword())),
                        Stream.of(SENDER_KEY))
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
