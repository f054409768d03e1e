package dev.stagedoor.account;

import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import org.springframework.data.jpa.domain.Specification;

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

    Specification<User> toSpecification() {
        return (user, query, builder) -> {
            var conditions = new ArrayList<Predicate>();
            conditions.add(builder.equal(user.get("isActive"), active));
            if (role != null) {
                conditions.add(builder.equal(user.get("role"), role));
            }
            if (email != null) {
                conditions.add(builder.equal(user.get("email"), email));
            }
            return builder.and(conditions);
        };
    }
}
