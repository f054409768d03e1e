package dev.stagedoor.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

@RequiredArgsConstructor
class UserStatementsSql implements UserStatements {

    private final JdbcClient jdbc;

    @Override
    public Set<UUID> insertIfAbsent(List<User> users) {
        return jdbc.sql("""
                INSERT INTO users.users (id, email, phone, password_hash, better_auth_id, first_name, last_name, role,
                                         email_verified, phone_verified, created_at, updated_at)
                SELECT * FROM unnest(
                    CAST(:ids AS uuid[]), CAST(:emails AS text[]), CAST(:phones AS text[]), CAST(:hashes AS text[]),
                    CAST(:identities AS text[]), CAST(:firstNames AS text[]), CAST(:lastNames AS text[]),
                    CAST(:roles AS text[]), CAST(:verifiedEmails AS boolean[]), CAST(:verifiedPhones AS boolean[]),
                    CAST(:created AS timestamptz[]), CAST(:updated AS timestamptz[]))
                ON CONFLICT DO NOTHING RETURNING id""")
                .param("ids", texts(users, User::getId))
                .param("emails", texts(users, User::getEmail))
                .param("phones", texts(users, User::getPhone))
                .param("hashes", texts(users, User::getPasswordHash))
                .param("identities", texts(users, User::getBetterAuthId))
                .param("firstNames", texts(users, User::getFirstName))
                .param("lastNames", texts(users, User::getLastName))
                .param("roles", texts(users, User::getRole))
                .param("verifiedEmails", texts(users, User::isEmailVerified))
                .param("verifiedPhones", texts(users, User::isPhoneVerified))
                .param("created", texts(users, User::getCreatedAt))
                .param("updated", texts(users, User::getUpdatedAt))
                .query(UUID.class)
                .set();
    }

    @Override
    public Set<String> findEmails(List<String> emails) {
        return jdbc.sql("SELECT email FROM users.users WHERE email = ANY(CAST(:emails AS text[]))")
                .param("emails", emails.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private static String[] texts(List<User> users, Function<User, Object> value) {
        return users.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }
}
