package dev.stagedoor.sender;

import dev.stagedoor.platform.validation.SingleLine;
import dev.stagedoor.preference.NotificationChannel;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(description = "A notification for up to 1,000 users")
public record DecisionRequestDto(
        @Schema(minLength = 1, maxLength = 50) @NotNull @SingleLine(max = 50)
        String category,

        @ArraySchema(uniqueItems = true) @NotEmpty @Size(max = 2) @Distinct
        List<@NotNull NotificationChannel> channels,

        @ArraySchema(uniqueItems = true) @NotEmpty @Size(max = DecisionRequestDto.MAX_USERS) @Distinct
        List<@NotNull UUID> userIds,

        @Nullable Instant at) {

    static final int MAX_USERS = 1_000;
}
