package dev.stagedoor.support;

import java.util.UUID;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates signed-in users, each with a unique email. */
@Import(SharedPasswordRegistrar.class)
public final class People {

    public static final String PASSWORD = "see-you-at-the-show";

    private final Http http;
    private final JdbcClient jdbc;
    private final Registrar registrar;

    People(Http http, JdbcClient jdbc, Registrar registrar) {
        this.http = http;
        this.jdbc = jdbc;
        this.registrar = registrar;
    }

    /** Creates users by calls of {@code POST /auth/register}. */
    static People registered(Http http, JdbcClient jdbc) {
        return new People(
                http,
                jdbc,
                email -> person(
                        email,
                        http.post("/auth/register", registration(email)).send().expect(201)));
    }

    /** Returns an unused email. */
    public static String anyEmail() {
        return "p" + UUID.randomUUID().toString().replace("-", "") + "@example.com";
    }

    /** Returns a valid sign-up request body. */
    public static String registration(String email) {
        return """
                {"email": "%s", "password": "%s", "firstName": "Mia", "lastName": "Lindqvist"}""".formatted(email, PASSWORD);
    }

    public Person anyone() {
        return registrar.register(anyEmail());
    }

    /** Creates a user with a verified email. */
    public Person verified() {
        var person = anyone();
        jdbc.sql("UPDATE users.users SET email_verified = true WHERE id = ?")
                .param(person.id())
                .update();
        return person;
    }

    public Person admin() {
        var person = anyone();
        jdbc.sql("UPDATE users.users SET role = 'ADMIN', email_verified = true WHERE id = ?")
                .param(person.id())
                .update();
        return person;
    }

    /** Creates a member of a company. */
    public Person member(UUID companyId, String role) {
        var person = anyone();
        jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, ?)")
                .params(companyId, person.id(), role)
                .update();
        return person;
    }

    /** Signs in again and returns the user with the new session. */
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
