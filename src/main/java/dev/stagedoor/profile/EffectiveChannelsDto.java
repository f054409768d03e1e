package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** The channels that are really on: the channel's own setting and the master switch. */
@Schema(description = "The channels that are really on: each channel's own setting and the master switch")
public record EffectiveChannelsDto(
        @Schema(description = "Whether push messages are sent", example = "true", requiredMode = RequiredMode.REQUIRED)
        boolean push,

        @Schema(description = "Whether emails are sent", example = "false", requiredMode = RequiredMode.REQUIRED)
        boolean email) {}
