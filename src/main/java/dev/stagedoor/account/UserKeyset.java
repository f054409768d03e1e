package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.domain.Specification;

/** The sort key of the last account of the previous page. */
public record UserKeyset(Instant createdAt, UUID id) {

    /** The first condition uses the index; a comparison of rows is not available in JPA. */
    Specification<User> toSpecification() {
        return (user, query, builder) -> builder.and(
                builder.lessThanOrEqualTo(user.get("createdAt"), createdAt),
                builder.or(builder.lessThan(user.get("createdAt"), createdAt), builder.lessThan(user.get("id"), id)));
    }
}
