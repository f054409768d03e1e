package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "Where a user changed the preferences")
public enum ConsentSource {
    APP,
    UNSUBSCRIBE_LINK
}
