package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server and its received emails. */
public final class Mailbox {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    int port() {
        return server.getSmtp().getServerSetup().getPort();
    }

    public void stop() {
        server.getSmtp().stopService();
        server.stop();
    }

    public void start() {
        server.start();
    }

    /** Returns the emails to an address, the oldest first. */
    public List<Mail> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .map(Mail::new)
                .toList();
    }

    /** Waits for a number of emails to an address, and returns the last one. */
    public Mail awaitMail(String address, int number) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(to(address)).as(address).hasSizeGreaterThanOrEqualTo(number));
        return to(address).get(number - 1);
    }

    public Mail awaitMail(String address, String subject) {
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(to(address)).extracting(Mail::subject).contains(subject));
        var matching = to(address).stream()
                .filter(mail -> mail.subject().equals(subject))
                .toList();
        return matching.get(matching.size() - 1);
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
