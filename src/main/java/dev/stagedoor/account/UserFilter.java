package dev.stagedoor.account;

import dev.stagedoor.platform.persistence.SearchPattern;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import org.springframework.data.jpa.domain.Specification;

/**
 * The filter of the account list. Null matches all values.
 *
 * @param active without it, an unfiltered list contains the active accounts, and a search contains all
 * @param email  the complete address in any case
 * @param search a part of the email or the name, in any case, with or without accents
 */
public record UserFilter(Role role, Boolean active, String email, String search) {

    private static final char ESCAPE = '\\';

    public UserFilter {
        email = Emails.normalized(email);
        active = active == null && email == null && search == null ? Boolean.TRUE : active;
    }

    Specification<User> toSpecification() {
        return (user, query, builder) -> {
            var conditions = new ArrayList<Predicate>();
            if (active != null) {
                conditions.add(builder.equal(user.get("isActive"), active));
            }
            if (role != null) {
                conditions.add(builder.equal(user.get("role"), role));
            }
            if (email != null) {
                conditions.add(builder.equal(user.get("email"), email));
            }
            if (search != null) {
                conditions.add(builder.or(
                        builder.like(searchedText(user, builder), SearchPattern.of(search), ESCAPE),
                        builder.like(user.get("email"), SearchPattern.of(Emails.normalized(search)), ESCAPE)));
            }
            return builder.and(conditions);
        };
    }

    private static Expression<String> searchedText(Root<User> user, CriteriaBuilder builder) {
        var name = builder.concat(builder.concat(user.get("firstName"), " "), user.get("lastName"));
        var text = builder.concat(builder.concat(user.get("email"), " "), name);
        return builder.function("sql", String.class, builder.literal(SearchPattern.folded("?")), text);
    }
}
