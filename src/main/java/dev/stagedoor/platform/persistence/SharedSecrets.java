package dev.stagedoor.platform.persistence;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets that are made once and shared by all instances through the database. */
@Component
@RequiredArgsConstructor
public class SharedSecrets {

    private static final int RANDOM_BYTES = 32;

    private final JdbcClient jdbc;

    /** 256 random bits by name. */
    public byte[] random(String name) {
        return Base64.getDecoder().decode(text(name, SharedSecrets::fresh));
    }

    /** The secret of a name; the first instance to ask makes it, and a racing one takes the winner's. */
    public String text(String name, Supplier<String> maker) {
        return jdbc.sql("SELECT value FROM platform.shared_secrets WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElseGet(() -> keep(name, maker.get()));
    }

    private String keep(String name, String value) {
        jdbc.sql("INSERT INTO platform.shared_secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .params(name, value)
                .update();
        return jdbc.sql("SELECT value FROM platform.shared_secrets WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private static String fresh() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
