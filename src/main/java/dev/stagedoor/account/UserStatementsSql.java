package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

@RequiredArgsConstructor
class UserStatementsSql implements UserStatements {

    private final JdbcClient jdbc;

    @Override
    public boolean insertIfAbsent(User user) {
        return jdbc.sql("""
                INSERT INTO users.users (id, email, phone, password_hash, better_auth_id, first_name, last_name, role,
                                         email_verified, created_at, updated_at)
                VALUES (:id, :email, :phone, :hash, :identity, :firstName, :lastName, :role, :verified, :created, :updated)
                ON CONFLICT DO NOTHING""")
                        .param("id", user.getId())
                        .param("email", user.getEmail())
                        .param("phone", user.getPhone())
                        .param("hash", user.getPasswordHash())
                        .param("identity", user.getBetterAuthId())
                        .param("firstName", user.getFirstName())
                        .param("lastName", user.getLastName())
                        .param("role", user.getRole().name())
                        .param("verified", user.isEmailVerified())
                        .param("created", timestamp(user.getCreatedAt()))
                        .param("updated", timestamp(user.getUpdatedAt()))
                        .update()
                == 1;
    }
}
