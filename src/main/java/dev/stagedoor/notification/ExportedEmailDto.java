package dev.stagedoor.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;

@Schema(description = "An email to the user")
public record ExportedEmailDto(
        @Schema(description = "Type of the email") String kind,

        @Schema(description = "Time of the event that it reports")
        Instant createdAt,

        @Schema(description = "Time of delivery to the mail server; null if it was not sent") @Nullable
        Instant sentAt) {}
