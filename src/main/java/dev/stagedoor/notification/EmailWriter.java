package dev.stagedoor.notification;

import java.util.Optional;
import java.util.UUID;

/** Puts a mail into words at the moment it is sent; asked by the delivery, answered by the room that knows the kinds. */
public interface EmailWriter {

    /**
     * Called inside a transaction that commits before the letter is sent.
     *
     * @param userId null where the mail was asked for an account that there is not
     * @return empty where there is nothing to say (any more)
     */
    Optional<Email> write(String kind, UUID userId);
}
