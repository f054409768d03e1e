package dev.stagedoor.notification;

import lombok.extern.slf4j.Slf4j;

/** Prints letters to the log, for development: on the embedded database only, because their links are secrets. */
@Slf4j
final class LogTransport implements EmailTransport {

    @Override
    public void send(Email letter) {
        log.info("Mail to {}: {}\n\n{}", letter.to(), letter.subject(), letter.text());
    }
}
