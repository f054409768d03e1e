package dev.stagedoor.admin;

import dev.stagedoor.account.Emails;
import dev.stagedoor.account.Role;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The filter of the account list.
 *
 * @param role  null matches all roles
 * @param email the complete address in any case; null matches all addresses
 */
public record UserFilter(Role role, boolean active, String email) {

    public UserFilter {
        email = Emails.normalized(email);
    }

    String sqlCondition() {
        return "is_active = :active" + (role == null ? "" : " AND role = :role")
                + (email == null ? "" : " AND email = :email");
    }

    StatementSpec bind(StatementSpec query) {
        return query.param("active", active)
                .param("role", role == null ? null : role.name())
                .param("email", email);
    }
}
