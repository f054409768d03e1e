package dev.stagedoor.platform.mail;

import org.springframework.mail.MailException;

/** How letters leave. */
interface MailTransport {

    /** Refuses with {@link UndeliverableException}, and with {@link MailException} where no letter can leave now. */
    void send(Letter letter);
}
