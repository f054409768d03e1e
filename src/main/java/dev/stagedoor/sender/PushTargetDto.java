package dev.stagedoor.sender;

import dev.stagedoor.access.PushDestination;
import dev.stagedoor.access.PushPlatform;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "An app installation that receives push messages")
public record PushTargetDto(PushPlatform platform, String token) {

    static PushTargetDto of(PushDestination destination) {
        return new PushTargetDto(destination.platform(), destination.token());
    }
}
