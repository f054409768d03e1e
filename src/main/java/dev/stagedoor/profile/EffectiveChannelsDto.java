package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Effective state of each channel: the channel flag and the master flag")
public record EffectiveChannelsDto(
        @Schema(description = "Whether push messages are enabled")
        boolean push,

        @Schema(description = "Whether emails are enabled") boolean email) {}
