package dev.stagedoor.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/** The credentials of the first admin. */
@ConfigurationProperties("stagedoor.admin")
record FirstAdminProperties(String email, String password) {

    FirstAdminProperties {
        email = Emails.normalized(email);
    }

    boolean isConfigured() {
        return StringUtils.hasText(email) && StringUtils.hasText(password);
    }

    @Override
    public String toString() {
        return "FirstAdminProperties[" + email + ", ********]";
    }
}
