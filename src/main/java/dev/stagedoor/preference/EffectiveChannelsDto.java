package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Effective state of each channel: the channel flag and the master flag")
public record EffectiveChannelsDto(boolean push, boolean email) {}
