package dev.stagedoor.me;

import dev.stagedoor.account.AccountDeletion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "The dates of an account deletion")
public record AccountDeletionDto(
        @Schema(description = "The time of the deactivation")
        Instant deactivatedAt,

        @Schema(description = "The account can be restored until this time. It is permanently deleted afterwards")
        Instant purgeAfter) {

    static AccountDeletionDto of(AccountDeletion.Deactivation deactivation) {
        return new AccountDeletionDto(deactivation.deactivatedAt(), deactivation.purgeAfter());
    }
}
