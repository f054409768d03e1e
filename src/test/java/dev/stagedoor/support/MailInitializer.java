package dev.stagedoor.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Configures an SMTP server for the service. */
final class MailInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var mailbox = new Mailbox();
        context.getBeanFactory().registerSingleton("mailbox", mailbox);
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + mailbox.port(),
                        "stagedoor.mail.retry-after=1s",
                        "stagedoor.public-url=https://app.stagedoor.example/")
                .applyTo(context);
    }
}
