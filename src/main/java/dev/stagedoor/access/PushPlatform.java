package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "The platform of an app installation")
public enum PushPlatform {
    ANDROID,
    IOS,
    WEB
}
