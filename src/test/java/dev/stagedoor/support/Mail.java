package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.regex.Pattern;

/** A received email. */
public record Mail(MimeMessage message) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+\\?token=([A-Za-z0-9_-]+)");

    public String subject() {
        return read(message::getSubject);
    }

    public String header(String name) {
        return read(() -> message.getHeader(name, null));
    }

    public String text() {
        return part(0, "text/plain; charset=UTF-8");
    }

    public String html() {
        return part(1, "text/html; charset=UTF-8");
    }

    /** The link in the text part. */
    public String link() {
        var link = LINK.matcher(text());
        assertThat(link.find()).as(text()).isTrue();
        return link.group();
    }

    /** The token in the link. */
    public String token() {
        return link().replaceAll(".*token=", "");
    }

    private String part(int index, String type) {
        return read(() -> {
            var part = ((MimeMultipart) message.getContent()).getBodyPart(index);
            assertThat(part.getContentType()).isEqualToIgnoringCase(type);
            return ((String) part.getContent()).replace("\r\n", "\n");
        });
    }

    private static <T> T read(Reader<T> reader) {
        try {
            return reader.read();
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private interface Reader<T> {
        T read() throws MessagingException, IOException;
    }
}
