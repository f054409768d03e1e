package dev.stagedoor.me;

import dev.stagedoor.account.AccountDeletion;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;

/** How long a deleted account can be restored. */
@Schema(description = "How long a deleted account can be restored")
public record AccountDeletionDto(
        @Schema(
                description = "When it was deactivated",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant deactivatedAt,

        @Schema(
                description = "From when on it is deleted for good",
                example = "2026-12-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant purgeAfter) {

    static AccountDeletionDto of(AccountDeletion.Departure departure) {
        return new AccountDeletionDto(departure.deactivatedAt(), departure.purgeAfter());
    }
}
