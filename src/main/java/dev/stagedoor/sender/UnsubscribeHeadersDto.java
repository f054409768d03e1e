package dev.stagedoor.sender;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Headers of the email")
public record UnsubscribeHeadersDto(
        @JsonProperty("List-Unsubscribe") String listUnsubscribe,
        @JsonProperty("List-Unsubscribe-Post") String listUnsubscribePost) {}
