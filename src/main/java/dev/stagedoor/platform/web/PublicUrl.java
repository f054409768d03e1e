package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Where people reach the platform. Configured, never taken from a request, whose Host anybody can choose. */
@Component
public class PublicUrl {

    private final URI url;

    PublicUrl(@Value("${stagedoor.public-url}") String configured) {
        this.url = parse(StringUtils.trimTrailingCharacter(configured.strip(), '/'));
    }

    private static URI parse(String address) {
        try {
            var url = new URI(address);
            if (url.getHost() != null && url.getScheme().matches("https?")) {
                return url;
            }
        } catch (URISyntaxException noAddress) {
            // Refused below.
        }
        throw new InvalidConfigurationException("STAGEDOOR_PUBLIC_URL", "must be an http or https address");
    }

    public URI url() {
        return url;
    }

    /** The address of a page that takes a one-time token. */
    public String page(String path, String token) {
        return UriComponentsBuilder.fromUri(url)
                .path(path)
                .queryParam("token", "{token}")
                .encode()
                .buildAndExpand(token)
                .toUriString();
    }
}
