package dev.stagedoor.me;

import dev.stagedoor.support.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds of a person; equal texts mean that nothing was changed. */
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

    /** Leaves a person as another system makes one: without a profile row. */
    static void dropProfile(JdbcClient jdbc, Person person) {
        jdbc.sql("DELETE FROM users.user_profiles WHERE user_id = ?")
                .param(person.id())
                .update();
    }

    /** Writes one column of the profile as another system does, past every rule of ours. */
    static void write(JdbcClient jdbc, Person person, String column, String json) {
        jdbc.sql("UPDATE users.user_profiles SET " + column + " = ?::jsonb WHERE user_id = ?")
                .params(json, person.id())
                .update();
    }
}
