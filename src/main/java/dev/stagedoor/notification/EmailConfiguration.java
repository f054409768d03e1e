package dev.stagedoor.notification;

import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.platform.web.PublicUrl;
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
@EnableConfigurationProperties(EmailProperties.class)
class EmailConfiguration {

    /** None where there is no way to send: then the mails wait. */
    @Bean
    @ConditionalOnServing
    EmailDispatcher mailWorker(
            ObjectProvider<JavaMailSender> sender,
            ObjectProvider<EmbeddedDatabase> embedded,
            EmailProperties properties,
            PublicUrl publicUrl,
            EmailRepository mails,
            EmailWriter writer,
            TransactionOperations transaction,
            Clock clock)
            throws AddressException {
        var transport = transport(sender.getIfAvailable(), embedded.getIfAvailable() != null, properties, publicUrl);
        if (transport == null) {
            log.warn("Mails wait in the outbox and are not sent: SPRING_MAIL_HOST is not set");
            return null;
        }
        return new EmailDispatcher(
                new EmailDelivery(mails, writer, transport, transaction, properties.retryAfter(), clock));
    }

    private static EmailTransport transport(
            JavaMailSender sender, boolean isEmbedded, EmailProperties properties, PublicUrl publicUrl)
            throws AddressException {
        if (sender != null) {
            return new SmtpTransport(sender, new InternetAddress(properties.from(publicUrl.url()), true));
        }
        return isEmbedded ? new LogTransport() : null;
    }
}
