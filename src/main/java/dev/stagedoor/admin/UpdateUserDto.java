package dev.stagedoor.admin;

import dev.stagedoor.account.AccountRights;
import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.openapitools.jackson.nullable.JsonNullable;

/** A partial change of what an account may do (RFC 7396). */
@Schema(description = "A partial change of what an account may do; what is left out stays as it is")
public record UpdateUserDto(
        @Schema(description = "What the account may do on the platform")
        JsonNullable<@NotNull Role> role,

        @Schema(description = "Whether the account may sign in; false ends its sessions")
        JsonNullable<@NotNull Boolean> isActive,

        @Schema(description = "Whether the person acts for a company")
        JsonNullable<@NotNull Boolean> isOrganizer) {

    AccountRights toRights() {
        return new AccountRights(role.orElse(null), isActive.orElse(null), isOrganizer.orElse(null));
    }

    /** Whether an admin that does this to itself would be none any more. */
    boolean takesAdminAway() {
        return role.orElse(Role.ADMIN) != Role.ADMIN || !isActive.orElse(true);
    }
}
