package dev.stagedoor.sender;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.account.Emails;
import dev.stagedoor.preference.NotificationRecipient;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;
import org.openapitools.jackson.nullable.JsonNullable;

@Schema(
        description = "Where to deliver. For `EMAIL` with `email` and `unsubscribe`, for `PUSH` with `registrations`.",
        requiredProperties = {"language", "timezone"})
public record DeliverToDto(
        @Schema(format = "email") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String email,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PushTargetDto> registrations,

        @Nullable String language,
        String timezone,
        JsonNullable<UnsubscribeDto> unsubscribe) {

    static DeliverToDto ofEmail(NotificationRecipient recipient, @Nullable UnsubscribeDto unsubscribe) {
        return new DeliverToDto(
                Emails.displayed(recipient.address()),
                null,
                recipient.language(),
                recipient.timezone(),
                JsonNullable.of(unsubscribe));
    }

    static DeliverToDto ofPush(NotificationRecipient recipient) {
        return new DeliverToDto(
                null,
                recipient.devices().stream().map(PushTargetDto::of).toList(),
                recipient.language(),
                recipient.timezone(),
                JsonNullable.undefined());
    }

    @Override
    public String toString() {
        return "DeliverToDto[********]";
    }
}
