package dev.stagedoor.platform.configuration;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The address and the credentials in a URL of the form {@code postgres://user:password@host:port/db?sslmode=require}. */
record DatabaseUrl(
        String jdbcUrl, @Nullable String username, @Nullable String password) {

    private static final Pattern FORM =
            Pattern.compile("^(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<host>[^@/?]+)(?<database>/[^?]*)?(?:\\?(?<parameters>.*))?$");

    /** The parameters that the JDBC driver names differently. */
    private static final Map<String, String> DRIVER_PARAMETERS = Map.of(
            "channel_binding", "channelBinding",
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout");

    /** @throws InvalidConfigurationException if the text has another form; the message omits the text, which contains a password */
    static DatabaseUrl parse(String setting, String text) {
        var url = FORM.matcher(text);
        if (!url.matches()) {
            throw invalid(setting);
        }
        try {
            var database = url.group("database") == null ? "/" : url.group("database");
            return new DatabaseUrl(
                    "jdbc:postgresql://" + url.group("host") + database + parameters(url.group("parameters")),
                    decoded(url.group("user")),
                    decoded(url.group("password")));
        } catch (IllegalArgumentException malformedEscape) {
            throw invalid(setting);
        }
    }

    private static String parameters(@Nullable String parameters) {
        if (!StringUtils.hasText(parameters)) {
            return "";
        }
        var renamed = parameters;
        for (var name : DRIVER_PARAMETERS.entrySet()) {
            renamed = ("&" + renamed)
                    .replace("&" + name.getKey() + "=", "&" + name.getValue() + "=")
                    .substring(1);
        }
        return "?" + renamed;
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : StringUtils.uriDecode(text, StandardCharsets.UTF_8);
    }

    static InvalidConfigurationException invalid(String setting) {
        return new InvalidConfigurationException(
                setting,
                "must have the form postgres://user:password@host:port/database or jdbc:postgresql://host:port/database,"
                        + " with special characters of the password percent-encoded");
    }
}
