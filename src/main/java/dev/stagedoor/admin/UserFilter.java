package dev.stagedoor.admin;

import dev.stagedoor.account.Emails;
import dev.stagedoor.account.Role;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which accounts a list shows.
 *
 * @param role  or null for all
 * @param email the whole address in any case, or null for all
 */
public record UserFilter(Role role, boolean active, String email) {

    public UserFilter {
        email = Emails.normalized(email);
    }

    String condition() {
        return "is_active = :active" + (role == null ? "" : " AND role = :role")
                + (email == null ? "" : " AND email = :email");
    }

    StatementSpec bind(StatementSpec query) {
        return query.param("active", active)
                .param("role", role == null ? null : role.name())
                .param("email", email);
    }
}
