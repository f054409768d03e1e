package dev.stagedoor.me;

import dev.stagedoor.account.AccountDeletion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "The dates of an account deletion")
public record AccountDeletionDto(Instant deactivatedAt, Instant purgeAfter) {

    static AccountDeletionDto of(AccountDeletion.Deactivation deactivation) {
        return new AccountDeletionDto(deactivation.deactivatedAt(), deactivation.purgeAfter());
    }
}
