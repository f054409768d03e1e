package dev.stagedoor.account;

import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.job.ConditionalOnServing;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Creates the configured first admin at startup if no admin exists. */
@Slf4j
@Component
@EnableConfigurationProperties(FirstAdminProperties.class)
@RequiredArgsConstructor
@ConditionalOnServing
class FirstAdmin implements ApplicationRunner {

    private final FirstAdminProperties properties;
    private final UserRepository users;
    private final RegistrationService registrations;

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.isConfigured() && !users.existsByRole(Role.ADMIN)) {
            create();
        }
    }

    /** Logs errors instead of throwing, because a missing admin must not prevent the startup. */
    private void create() {
        var email = properties.email();
        if (!Emails.isValid(email)) {
            log.error("Cannot create the first admin: STAGEDOOR_ADMIN_EMAIL is not an email address");
            return;
        }
        try {
            var admin = registrations.registerAdmin(new Registration(
                    email, RawPassword.of(properties.password()), "Super", "Admin", null, null, null, null));
            log.info("Created the first admin {} (account {})", email, admin.userId());
        } catch (ProblemException problem) {
            log.error("Cannot create the first admin {}: {}", email, problem.getMessage());
        }
    }
}
