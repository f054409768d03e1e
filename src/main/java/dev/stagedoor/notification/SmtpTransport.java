package dev.stagedoor.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends letters by SMTP, as text and HTML (RFC 2046, multipart/alternative). */
@RequiredArgsConstructor
final class SmtpTransport implements EmailTransport {

    private final JavaMailSender sender;
    private final InternetAddress from;

    @Override
    public void send(Email letter) {
        try {
            sender.send(message(letter));
        } catch (MailSendException failure) {
            throw isOfTheLetter(failure) ? new UndeliverableException(failure, isForGood(failure)) : failure;
        } catch (MessagingException unwritable) {
            throw new UndeliverableException(unwritable, true);
        }
    }

    private MimeMessage message(Email letter) throws MessagingException {
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

    private static boolean isOfTheLetter(MailSendException failure) {
        return failure.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }

    /** A server that will not take it has said so with a code of 500 or more (RFC 5321, 4.2.1); with 400 it may later. */
    private static boolean isForGood(MailSendException failure) {
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
        if (failure instanceof SMTPAddressFailedException ofTheAddress) {
            return ofTheAddress.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException ofTheMail ? ofTheMail.getReturnCode() : 0;
    }
}
