package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From which other origins pages may call, {@code https://app.example.com} for instance; none unless configured. Where
 * there are any, our own public one is among them: behind a proxy it is not the one that the request arrives at.
 */
@Component
class AllowedOrigins {

    private static final String ANY = "*";

    private final List<String> origins;

    AllowedOrigins(@Value("${stagedoor.cors-allowed-origins}") List<String> configured, PublicUrl here) {
        var others = configured.stream().map(String::strip).map(AllowedOrigins::checked);
        this.origins = configured.isEmpty()
                ? List.of()
                : Stream.concat(others, Stream.of(origin(here.url())))
                        .distinct()
                        .toList();
    }

    List<String> all() {
        return origins;
    }

    private static String checked(String origin) {
        try {
            if (ANY.equals(origin) || origin.equals(origin(new URI(origin)))) {
                return origin;
            }
        } catch (URISyntaxException noOrigin) {
            // Refused below.
        }
        throw new InvalidConfigurationException(
                "STAGEDOOR_CORS_ALLOWED_ORIGINS",
                "must be origins such as https://app.example.com, without a path and with commas between, or *");
    }

    /** Null where the address has no host. */
    private static String origin(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            return null;
        }
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
