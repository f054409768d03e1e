package dev.stagedoor.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Lists of codes that are independent of the JDK ({@code profile/codes.properties}). */
final class Codes {

    private static final Properties LISTS = load();

    static final Set<String> LANGUAGES = list("languages");
    static final Set<String> REGIONS = list("regions");
    static final Set<String> CURRENCIES = list("currencies");

    private Codes() {}

    private static Set<String> list(String name) {
        return Set.of(LISTS.getProperty(name).split(" +"));
    }

    private static Properties load() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("profile/codes.properties"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
