package dev.stagedoor.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends letters by SMTP, as text and HTML (RFC 2046, multipart/alternative). */
@RequiredArgsConstructor
final class SmtpTransport implements MailTransport {

    private final JavaMailSender sender;
    private final InternetAddress from;

    @Override
    public void send(Letter letter) {
        try {
            sender.send(message(letter));
        } catch (MailSendException failure) {
            throw isOfTheRecipient(failure) ? new UndeliverableException(failure) : failure;
        } catch (MessagingException unwritable) {
            throw new UndeliverableException(unwritable);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static boolean isOfTheRecipient(MailSendException failure) {
        return failure.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }
}
