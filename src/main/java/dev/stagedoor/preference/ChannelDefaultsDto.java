package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "The state of each channel for users without a choice")
public record ChannelDefaultsDto(
        @NotNull Boolean push, @NotNull Boolean email) {

    boolean of(NotificationChannel channel) {
        return channel == NotificationChannel.PUSH ? push : email;
    }
}
