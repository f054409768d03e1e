package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import dev.stagedoor.platform.validation.WebUrl;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The public URL of the service. It is configured, because clients can forge the {@code Host} header. */
@Slf4j
@Component
public class PublicUrl {

    private final WebUrl url;
    private final WebUrl links;

    PublicUrl(
            @Value("${stagedoor.public-url}") String url,
            @Value("${stagedoor.links-url}") String links,
            Environment environment) {
        if (environment.matchesProfiles("prod & !job") && !environment.containsProperty("STAGEDOOR_PUBLIC_URL")) {
            log.warn("STAGEDOOR_PUBLIC_URL is not set. Links in emails lead to {}.", url);
        }
        this.url = parse("STAGEDOOR_PUBLIC_URL", url);
        this.links = parse("STAGEDOOR_LINKS_URL", links);
    }

    private static WebUrl parse(String setting, String configured) {
        return WebUrl.parse(StringUtils.trimTrailingCharacter(configured.strip(), '/'))
                .orElseThrow(() -> new InvalidConfigurationException(setting, "must be an http or https URL"));
    }

    public WebUrl url() {
        return url;
    }

    /** Returns the link of an email with a one-time token as a query parameter. Apps can have pages of their own for links. */
    public String link(String path, String token) {
        return UriComponentsBuilder.fromUriString(links.uri().toString())
                .path(path)
                .queryParam("token", "{token}")
                .encode()
                .buildAndExpand(token)
                .toUriString();
    }
}
