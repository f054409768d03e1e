package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.Schema;

/** The channels that are really on: the channel's own setting and the master switch. */
@Schema(description = "The channels that are really on: each channel's own setting and the master switch")
public record EffectiveChannelsDto(
        @Schema(description = "Whether push messages are sent")
        boolean push,

        @Schema(description = "Whether emails are sent") boolean email) {}
