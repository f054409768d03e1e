package dev.stagedoor.me;

import dev.stagedoor.support.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a user's rows as text, to detect changes. */
final class Rows {

    private Rows() {}

    static String of(JdbcClient jdbc, Person person) {
        return jdbc.sql("""
                SELECT to_jsonb(u)::text || COALESCE(to_jsonb(p)::text, 'no profile')
                FROM users.users u LEFT JOIN users.user_profiles p ON p.user_id = u.id
                WHERE u.id = ?""").param(person.id()).query(String.class).single();
    }

    static long profiles(JdbcClient jdbc, Person person) {
        return jdbc.sql("SELECT count(*) FROM users.user_profiles WHERE user_id = ?")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    /** Deletes the profile row, as in an account that another system created. */
    static void dropProfile(JdbcClient jdbc, Person person) {
        jdbc.sql("DELETE FROM users.user_profiles WHERE user_id = ?")
                .param(person.id())
                .update();
    }

    /** Writes a profile column without validation, as another system does. */
    static void write(JdbcClient jdbc, Person person, String column, String json) {
        jdbc.sql("UPDATE users.user_profiles SET " + column + " = ?::jsonb WHERE user_id = ?")
                .params(json, person.id())
                .update();
    }
}
