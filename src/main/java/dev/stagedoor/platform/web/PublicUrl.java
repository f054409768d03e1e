package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The public URL of the service. It is configured, because clients can forge the {@code Host} header. */
@Component
public class PublicUrl {

    private final URI url;

    PublicUrl(@Value("${stagedoor.public-url}") String configured) {
        this.url = parse(StringUtils.trimTrailingCharacter(configured.strip(), '/'));
    }

    private static URI parse(String text) {
        try {
            var url = new URI(text);
            if (url.getHost() != null && url.getScheme().matches("https?")) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // Throws below.
        }
        throw new InvalidConfigurationException("STAGEDOOR_PUBLIC_URL", "must be an http or https URL");
    }

    public URI url() {
        return url;
    }

    /** Returns the URL of a page with a one-time token as a query parameter. */
    public String page(String path, String token) {
        return UriComponentsBuilder.fromUri(url)
                .path(path)
                .queryParam("token", "{token}")
                .encode()
                .buildAndExpand(token)
                .toUriString();
    }
}
