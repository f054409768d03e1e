package dev.stagedoor.flow;

import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Things;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** All operations with a JSON body. New operations are tested when they are added here. */
final class Writes {

    private static final String NEXT_PASSWORD = "the-second-act-begins";
    private static final String TOKEN = "{\"token\": \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";

    private final Person person;
    private final Person admin;
    private final Person leaving;
    private final Person forgetful;
    private final UUID company;
    private final UUID activity;
    private final UUID another;
    private final String key;

    private Writes(People people, Things things) {
        person = people.verified();
        admin = people.admin();
        leaving = people.anyone();
        forgetful = people.anyone();
        company = things.company();
        activity = things.activity(company);
        another = things.activity(company);
        key = things.apiKey("notifications:decide notifications:deliver");
    }

    /** Returns the operations with new test data. */
    static List<Write> all(People people, Things things) {
        var writes = new Writes(people, things);
        return Stream.of(
                        writes.auth(),
                        writes.me(),
                        writes.accountDeletion(),
                        writes.favorites(),
                        writes.admin(),
                        writes.catalog(),
                        writes.sender())
                .flatMap(List::stream)
                .toList();
    }

    private List<Write> auth() {
        return List.of(
                Write.of("POST /auth/register", """
                        {"email": "%s", "password": "%s", "firstName": "Mia", "lastName": "Lindqvist", "phone": "%s",
                         "language": "en-US", "timezone": "Europe/Berlin", "currency": "EUR"}""".formatted(People.anyEmail(), People.PASSWORD, phone()))
                        .nullable("/phone", "/language", "/timezone", "/currency")
                        .returns(201),
                Write.of("POST /auth/login", """
                        {"email": "%s", "password": "%s", "refreshToken": "%s"}""".formatted(person.email(), People.PASSWORD, person.refreshToken()))
                        .nullable("/refreshToken")
                        .lookup("/email", 401, "invalid-credentials")
                        .lookup("/password", 401, "invalid-credentials"),
                Write.of("POST /auth/refresh", """
                        {"refreshToken": "%s"}""".formatted(person.refreshToken()))
                        .lookup("/refreshToken", 401, "invalid-refresh-token"),
                Write.of("POST /auth/logout", """
                        {"refreshToken": "%s"}""".formatted(leaving.refreshToken()))
                        .lookup("/refreshToken", 204, null)
                        .returns(204),
                // The tokens are well-formed but unknown. Other tests cover valid ones.
                Write.of("POST /auth/email/verify", TOKEN)
                        .lookup("/token", 400, "invalid-token")
                        .returns(400),
                Write.of("POST /auth/account/restore", TOKEN)
                        .lookup("/token", 400, "invalid-token")
                        .returns(400),
                Write.of("POST /auth/password/reset", """
                        {"token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "password": "%s"}""".formatted(NEXT_PASSWORD))
                        .lookup("/token", 400, "invalid-token")
                        .lookup("/password", 400, "invalid-token")
                        .returns(400),
                Write.of("POST /auth/password/forgot", """
                        {"email": "%s"}""".formatted(forgetful.email()))
                        .lookup("/email", 202, null)
                        .returns(202));
    }

    private List<Write> me() {
        return Stream.of(
                        Write.of("PATCH /me", """
                                {"firstName": "Eve", "lastName": "Berg", "phone": "%s", "language": "sv",
                                 "birthDate": "1994-05-17", "timezone": "Europe/Stockholm", "currency": "SEK",
                                 "settings": {"theme": "dark"}}""".formatted(phone()))
                                .nullable("/phone", "/language", "/birthDate", "/settings")
                                .freeForm("/settings"),
                        Write.of("PATCH /me/notification-preferences", """
                                {"notificationsEnabled": false, "pushEnabled": false, "emailEnabled": true,
                                 "categories": {"offers": {"push": true, "email": true}},
                                 "quietHours": {"windows": [{"days": ["MONDAY"], "from": "22:00", "to": "07:00"}]},
                                 "snoozedUntil": "%s"}""".formatted(
                                                Instant.now().plus(Duration.ofDays(2))))
                                .nullable("/categories", "/quietHours", "/quietHours/windows", "/snoozedUntil")
                                .freeForm("/categories"),
                        Write.of(
                                        "PUT /me/push-registrations/{installationId}",
                                        """
                                {"platform": "IOS", "token": "token-of-%s"}""".formatted(person.id()),
                                        "a-phone-of-" + person.id())
                                .returns(201),
                        Write.of("PUT /me/background", """
                                {"languages": [{"language": "Kotlin", "level": "Expert"}],
                                 "frameworks": ["Spring", {"name": "Ktor"}], "devices": ["phone"],
                                 "architectureFamiliarity": ["monolith"], "experienceYears": "3-5"}""")
                                .nullable(
                                        "/languages",
                                        "/frameworks",
                                        "/devices",
                                        "/architectureFamiliarity",
                                        "/experienceYears")
                                .freeForm("/frameworks", "/devices", "/architectureFamiliarity"),
                        // The token is well-formed, but no identity provider is configured.
                        Write.of("POST /me/better-auth", """
                                {"token": "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJiYS0xMjMifQ.c2lnbmF0dXJl", "password": "%s"}""".formatted(People.PASSWORD))
                                .lookup("/token", 400, "invalid-token")
                                .lookup("/password", 401, "invalid-credentials")
                                .returns(400),
                        Write.of("POST /me/export", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                                .lookup("/password", 401, "invalid-credentials")
                                .readOnly(),
                        Write.of("PUT /me/password", """
                                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(People.PASSWORD, NEXT_PASSWORD))
                                .lookup("/currentPassword", 401, "invalid-credentials")
                                .returns(204))
                .map(write -> write.as(person))
                .toList();
    }

    private List<Write> accountDeletion() {
        return List.of(Write.of("POST /me/deletion", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                .as(forgetful)
                .lookup("/password", 401, "invalid-credentials"));
    }

    private List<Write> favorites() {
        return List.of(
                Write.of("POST /favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                        .as(person)
                        .returns(201),
                Write.of("POST /favorites/import", "{\"activityIds\": [\"%s\"]}".formatted(another))
                        .as(person));
    }

    private List<Write> admin() {
        return Stream.of(
                        Write.of("PATCH /admin/users/{id}", """
                                {"role": "ADMIN", "isActive": true, "isOrganizer": true}""", person.id()),
                        Write.of("PUT /admin/companies/{companyId}/members/{userId}", """
                                {"role": "ANALYST"}""", company, person.id())
                                .returns(204),
                        Write.of("PUT /admin/notification-categories/{key}", """
                                {"name": {"en": "News", "de": "Neues"}, "mandatory": true, "position": 50,
                                 "description": {"en": "News of the platform.", "de": "Neues von der Plattform."},
                                 "defaults": {"push": true, "email": false}}""", "news-" + company)
                                .returns(201),
                        Write.of("POST /admin/api-keys", """
                                {"name": "Figures", "scopes": ["analytics:read"], "companyId": "%s",
                                 "expiresAt": "2100-01-01T00:00:00Z"}""".formatted(company))
                                .nullable("/expiresAt")
                                .returns(201))
                .map(write -> write.as(admin))
                .toList();
    }

    private List<Write> catalog() {
        return Stream.of(
                        Write.of("PUT /catalog/companies/{id}", "{\"name\": \"Northwall\"}", company),
                        Write.of("PUT /catalog/activities/{id}", """
                                {"companyId": "%s", "title": "First rope", "type": "SERVICE",
                                 "imageUrl": "https://example.com/a.jpg"}""".formatted(company), activity)
                                .nullable("/imageUrl"),
                        Write.of("PUT /catalog/activities", """
                                {"items": [{"id": "%s", "companyId": "%s", "title": "Last rope", "type": "SERVICE",
                                 "imageUrl": "https://example.com/b.jpg"}]}""".formatted(another, company))
                                .nullable("/items/0/imageUrl"))
                .map(write -> write.as(admin))
                .toList();
    }

    private List<Write> sender() {
        return Stream.of(
                        Write.of("POST /notifications/decisions", """
                                {"category": "offers", "channels": ["PUSH"], "userIds": ["%s"],
                                 "at": "2026-11-21T22:30:00Z"}""".formatted(person.id()))
                                .nullable("/at")
                                .readOnly(),
                        Write.of("POST /notifications/invalid-push-tokens", "{\"tokens\": [\"no-token\"]}")
                                .readOnly()
                                .returns(204))
                .map(write -> write.with(key))
                .toList();
    }

    /** Returns an unused German mobile number. */
    private static String phone() {
        return "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    }
}
