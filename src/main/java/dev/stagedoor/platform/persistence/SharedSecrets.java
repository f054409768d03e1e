package dev.stagedoor.platform.persistence;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets that all instances share through the database. */
@Component
@RequiredArgsConstructor
public class SharedSecrets {

    private static final int RANDOM_BYTES = 32;

    private final JdbcClient jdbc;

    /** Returns 256 random bits. */
    public byte[] random(String name) {
        return Base64.getDecoder().decode(text(name, SharedSecrets::generate));
    }

    /** Returns the secret. If it does not exist, generates and stores one; concurrent instances get the same value. */
    public String text(String name, Supplier<String> generator) {
        return jdbc.sql("SELECT value FROM platform.shared_secrets WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElseGet(() -> store(name, generator.get()));
    }

    private String store(String name, String value) {
        jdbc.sql("INSERT INTO platform.shared_secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .params(name, value)
                .update();
        return jdbc.sql("SELECT value FROM platform.shared_secrets WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private static String generate() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
