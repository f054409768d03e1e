package dev.stagedoor.platform.mail;

import dev.stagedoor.platform.embedded.EmbeddedDatabase;
import dev.stagedoor.platform.http.PublicUrl;
import dev.stagedoor.platform.job.ConditionalOnServing;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionOperations;

/** Chooses how mails leave: by SMTP, else to the log of the embedded database, else not at all. */
@Slf4j
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    /** None where there is no way to send: then the mails wait. */
    @Bean
    @ConditionalOnServing
    MailWorker mailWorker(
            ObjectProvider<JavaMailSender> sender,
            ObjectProvider<EmbeddedDatabase> embedded,
            MailProperties properties,
            PublicUrl publicUrl,
            MailStore mails,
            LetterWriter writer,
            TransactionOperations transaction,
            Clock clock)
            throws AddressException {
        var transport = transport(sender.getIfAvailable(), embedded.getIfAvailable() != null, properties, publicUrl);
        if (transport == null) {
            log.warn("Mails wait in the outbox and are not sent: SPRING_MAIL_HOST is not set");
            return null;
        }
        return new MailWorker(new MailDelivery(mails, writer, transport, transaction, properties.retryAfter(), clock));
    }

    private static MailTransport transport(
            JavaMailSender sender, boolean isEmbedded, MailProperties properties, PublicUrl publicUrl)
            throws AddressException {
        if (sender != null) {
            return new SmtpTransport(sender, new InternetAddress(properties.from(publicUrl.url()), true));
        }
        return isEmbedded ? new LogTransport() : null;
    }
}
