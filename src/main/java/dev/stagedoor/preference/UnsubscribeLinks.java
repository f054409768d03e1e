package dev.stagedoor.preference;

import dev.stagedoor.platform.persistence.SharedSecrets;
import dev.stagedoor.platform.security.SignedValues;
import dev.stagedoor.platform.web.PublicUrl;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The links of emails that turn off a category. They need no row and do not expire. */
@Component
public class UnsubscribeLinks {

    /** Contains the version of the format. */
    private static final String SCOPE = "unsubscribe 1";

    private final SignedValues tokens;
    private final PublicUrl publicUrl;

    UnsubscribeLinks(SharedSecrets secrets, PublicUrl publicUrl) {
        this.tokens = new SignedValues(secrets.random("unsubscribe"));
        this.publicUrl = publicUrl;
    }

    /** Mail programs call the link, so it never leads to the pages of an app. */
    public String url(UUID userId, String category) {
        return publicUrl.url().uri() + "/unsubscribe/" + tokens.seal(SCOPE, userId, category);
    }

    /** Returns an empty result if the token is invalid. */
    Optional<Target> open(String token) {
        return tokens.open(SCOPE, token).map(values -> new Target(UUID.fromString(values.get(0)), values.get(1)));
    }

    /** The user and the category of a link. Both may have been deleted. */
    record Target(UUID userId, String category) {}
}
