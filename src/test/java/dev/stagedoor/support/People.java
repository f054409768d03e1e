package dev.stagedoor.support;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes people: everyone registers over HTTP, with an email of its own. */
public final class People {

    public static final String PASSWORD = "see-you-at-the-show";

    private final Http http;
    private final JdbcClient jdbc;

    People(Http http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
    }

    /** An email that nobody has. */
    public static String anyEmail() {
        return "p" + UUID.randomUUID().toString().replace("-", "") + "@example.com";
    }

    /** The body of a registration that is good. */
    public static String registration(String email) {
        return """
                {"email": "%s", "password": "%s", "firstName": "Mia", "lastName": "Lindqvist"}""".formatted(email, PASSWORD);
    }

    public Person anyone() {
        var email = anyEmail();
        return person(
                email, http.post("/auth/register", registration(email)).send().expect(201));
    }

    public Person admin() {
        var person = anyone();
        jdbc.sql("UPDATE users.users SET role = 'ADMIN' WHERE id = ?")
                .param(person.id())
                .update();
        return person;
    }

    /** A member of a company. */
    public Person member(UUID companyId, String role) {
        var person = anyone();
        jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, ?)")
                .params(companyId, person.id(), role)
                .update();
        return person;
    }

    /** The same person with a new session. */
    public Person signIn(Person person) {
        var login = """
                {"email": "%s", "password": "%s"}""".formatted(person.email(), PASSWORD);
        return person(person.email(), http.post("/auth/login", login).send().expect(200));
    }

    private static Person person(String email, Answer session) {
        return new Person(
                UUID.fromString(session.text("/user/id")),
                email,
                PASSWORD,
                session.text("/accessToken"),
                session.text("/refreshToken"));
    }
}
