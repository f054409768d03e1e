package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The configured origins that may call the API, for example {@code https://app.example.com}. By default none. If set, they
 * include the origin of the public URL, because a proxy can change the host of a request.
 */
@Component
class AllowedOrigins {

    private static final String ANY = "*";

    private final List<String> origins;

    AllowedOrigins(@Value("${stagedoor.cors-allowed-origins}") List<String> configured, PublicUrl publicUrl) {
        var others = configured.stream().map(String::strip).map(AllowedOrigins::requireOrigin);
        this.origins = configured.isEmpty()
                ? List.of()
                : Stream.concat(others, Stream.of(origin(publicUrl.url())))
                        .distinct()
                        .toList();
    }

    List<String> all() {
        return origins;
    }

    private static String requireOrigin(String origin) {
        try {
            if (ANY.equals(origin) || origin.equals(origin(new URI(origin)))) {
                return origin;
            }
        } catch (URISyntaxException malformed) {
            // Throws below.
        }
        throw new InvalidConfigurationException(
                "STAGEDOOR_CORS_ALLOWED_ORIGINS",
                "must be * or a comma-separated list of origins without a path, such as https://app.example.com");
    }

    /** Returns null if the URL has no host. */
    private static String origin(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            return null;
        }
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }
}
