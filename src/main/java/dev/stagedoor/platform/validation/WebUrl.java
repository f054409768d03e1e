package dev.stagedoor.platform.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https URL. Its host may contain underscores, for which {@link URI#getHost} returns null.
 *
 * @param uri  the URL with the host in ASCII
 * @param host the host in ASCII
 */
public record WebUrl(URI uri, String host) {

    private static final Pattern SCHEME = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("^(?:[^@]*@)?(?<host>[^@:]+)(?::\\d{0,5})?$");
    private static final Pattern DOMAIN =
            Pattern.compile("^(?:[a-z0-9_-]{1,63}\\.)*(?!\\d+$)[a-z0-9_-]{1,63}$", Pattern.CASE_INSENSITIVE);

    /** Returns the URL with its host in ASCII, or empty if the text is not an http or https URL. */
    public static Optional<WebUrl> parse(String text) {
        try {
            var uri = new URI(text);
            if (uri.getScheme() == null
                    || !SCHEME.matcher(uri.getScheme()).matches()
                    || uri.getRawAuthority() == null) {
                return Optional.empty();
            }
            return uri.getHost() == null ? withDomain(uri) : Optional.of(new WebUrl(uri, uri.getHost()));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Returns the URL in ASCII. Other text is unchanged. */
    public static @Nullable String normalized(@Nullable String text) {
        return text == null
                ? null
                : parse(text).map(url -> url.uri().toASCIIString()).orElse(text);
    }

    /** The scheme, the host and the port. */
    public String origin() {
        var authority = uri.getRawAuthority();
        return uri.getScheme() + "://" + authority.substring(authority.indexOf('@') + 1);
    }

    private static Optional<WebUrl> withDomain(URI uri) {
        var authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!authority.matches()) {
            return Optional.empty();
        }
        return DomainNames.toAscii(authority.group("host"))
                .filter(host -> DOMAIN.matcher(host).matches())
                .map(host -> new WebUrl(withHost(uri, authority.start("host"), authority.end("host"), host), host));
    }

    private static URI withHost(URI uri, int start, int end, String host) {
        var authority = uri.getRawAuthority();
        var offset = uri.getScheme().length() + "://".length();
        var text = uri.toString();
        return URI.create(text.substring(0, offset + start) + host + text.substring(offset + end));
    }
}
