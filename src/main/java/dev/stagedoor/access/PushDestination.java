package dev.stagedoor.access;

/** An app installation that receives push messages. */
public record PushDestination(PushPlatform platform, String token) {

    @Override
    public String toString() {
        return "PushDestination[" + platform + "]";
    }
}
