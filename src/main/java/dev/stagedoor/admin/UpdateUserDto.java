package dev.stagedoor.admin;

import dev.stagedoor.account.AccountRights;
import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.openapitools.jackson.nullable.JsonNullable;

@Schema(description = "A merge patch (RFC 7396) of an account's rights. Absent fields are unchanged")
public record UpdateUserDto(
        JsonNullable<@NotNull Role> role,
        JsonNullable<@NotNull Boolean> isActive,
        JsonNullable<@NotNull Boolean> isOrganizer) {

    AccountRights toRights() {
        return new AccountRights(role.orElse(null), isActive.orElse(null), isOrganizer.orElse(null));
    }

    /** Returns whether the update removes the admin rights of an account. */
    boolean removesAdminRights() {
        return role.orElse(Role.ADMIN) != Role.ADMIN || !isActive.orElse(true);
    }
}
