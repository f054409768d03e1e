package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "`SEND` now, `HOLD` until a later time, or `DROP`")
public enum Decision {
    SEND,
    HOLD,
    DROP
}
