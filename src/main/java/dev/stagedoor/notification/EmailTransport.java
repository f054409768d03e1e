package dev.stagedoor.notification;

import org.springframework.mail.MailException;

interface EmailTransport {

    /**
     * @throws UndeliverableException if this email cannot be delivered
     * @throws MailException          if no email can be delivered at the moment
     */
    void send(Email email);
}
