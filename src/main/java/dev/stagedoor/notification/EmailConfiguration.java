package dev.stagedoor.notification;

import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.platform.web.PublicUrl;
import jakarta.annotation.Nullable;
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

/** Selects the transport: SMTP if configured, otherwise the log with the embedded database, otherwise none. */
@Slf4j
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmailProperties.class)
class EmailConfiguration {

    /** Returns no dispatcher without a transport. Emails then stay in the outbox. */
    @Bean
    @ConditionalOnServing
    EmailDispatcher emailDispatcher(
            ObjectProvider<JavaMailSender> sender,
            ObjectProvider<EmbeddedDatabase> embedded,
            EmailProperties properties,
            PublicUrl publicUrl,
            EmailRepository emails,
            EmailComposer composer,
            TransactionOperations transaction,
            Clock clock)
            throws AddressException {
        var transport = transport(sender.getIfAvailable(), embedded.getIfAvailable() != null, properties, publicUrl);
        if (transport == null) {
            log.warn("SPRING_MAIL_HOST is not set: emails stay in the outbox");
            return null;
        }
        return new EmailDispatcher(
                new EmailDelivery(emails, composer::compose, transport, transaction, properties.retryAfter(), clock));
    }

    @Nullable
    private static EmailTransport transport(
            @Nullable JavaMailSender sender, boolean isEmbedded, EmailProperties properties, PublicUrl publicUrl)
            throws AddressException {
        if (sender != null) {
            return new SmtpTransport(sender, new InternetAddress(properties.from(publicUrl.url()), true));
        }
        return isEmbedded ? EmailConfiguration::print : null;
    }

    /** For development with the embedded database only, because the links contain secrets. */
    private static void print(Email email) {
        log.info("Email to {}: {}\n\n{}", email.to(), email.subject(), email.text());
    }
}
