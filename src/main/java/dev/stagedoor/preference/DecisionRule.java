package dev.stagedoor.preference;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.platform.web.strict.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

@Schema(enumAsRef = true, description = "The rule that made a decision")
@RequiredArgsConstructor
@Getter
public enum DecisionRule {
    @JsonProperty("unknown-user")
    UNKNOWN_USER(Decision.DROP),
    @JsonProperty("no-destination")
    NO_DESTINATION(Decision.DROP),
    @JsonProperty("mandatory")
    MANDATORY(Decision.SEND),
    @JsonProperty("master-off")
    MASTER_OFF(Decision.DROP),
    @JsonProperty("channel-off")
    CHANNEL_OFF(Decision.DROP),
    @JsonProperty("category-off")
    CATEGORY_OFF(Decision.DROP),
    @JsonProperty("email-unverified")
    EMAIL_UNVERIFIED(Decision.DROP),
    @JsonProperty("snoozed")
    SNOOZED(Decision.HOLD),
    @JsonProperty("quiet-hours")
    QUIET_HOURS(Decision.HOLD),
    @JsonProperty("allowed")
    ALLOWED(Decision.SEND);

    private final Decision decision;

    public String wireName() {
        return WireNames.of(this);
    }
}
