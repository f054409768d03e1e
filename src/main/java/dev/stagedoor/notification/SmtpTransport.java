package dev.stagedoor.notification;

import dev.stagedoor.notification.EmailTransport.UndeliverableException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends emails by SMTP, with a text and an HTML part (multipart/alternative, RFC 2046). */
@RequiredArgsConstructor
final class SmtpTransport implements EmailTransport {

    private final JavaMailSender sender;
    private final InternetAddress from;

    @Override
    public void send(Email email) {
        try {
            sender.send(message(email));
        } catch (MailSendException failure) {
            throw concernsThisEmail(failure) ? new UndeliverableException(failure, isPermanent(failure)) : failure;
        } catch (MessagingException invalidMessage) {
            throw new UndeliverableException(invalidMessage, true);
        }
    }

    private MimeMessage message(Email email) throws MessagingException {
        var message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(email.to(), true));
        message.setSubject(email.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", email.language().toLanguageTag());
        message.setHeader("Message-ID", messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart("alternative", part(email.text(), "plain"), part(email.html(), "html")));
        return message;
    }

    /** The default contains the name of the host. */
    private String messageId() {
        var sender = from.getAddress();
        return "<" + UUID.randomUUID() + sender.substring(sender.lastIndexOf('@')) + ">";
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static boolean concernsThisEmail(MailSendException failure) {
        return failure.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }

    /** Reply codes from 500 are permanent failures, codes from 400 temporary ones (RFC 5321, 4.2.1). */
    private static boolean isPermanent(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .flatMap(SmtpTransport::chain)
                .mapToInt(SmtpTransport::code)
                .anyMatch(code -> code >= 500);
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                Objects::nonNull,
                each -> each instanceof MessagingException failure ? failure.getNextException() : null);
    }

    private static int code(Exception failure) {
        if (failure instanceof SMTPAddressFailedException addressFailure) {
            return addressFailure.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException sendFailure ? sendFailure.getReturnCode() : 0;
    }
}
