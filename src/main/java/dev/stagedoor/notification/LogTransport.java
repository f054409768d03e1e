package dev.stagedoor.notification;

import lombok.extern.slf4j.Slf4j;

/** Prints emails to the log. For development with the embedded database only, because the links contain secrets. */
@Slf4j
final class LogTransport implements EmailTransport {

    @Override
    public void send(Email email) {
        log.info("Email to {}: {}\n\n{}", email.to(), email.subject(), email.text());
    }
}
