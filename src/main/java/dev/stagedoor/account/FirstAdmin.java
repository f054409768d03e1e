package dev.stagedoor.account;

import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.job.ConditionalOnServing;
import jakarta.validation.Validator;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes the first admin at start, when one is configured and none exists. */
@Slf4j
@Component
@EnableConfigurationProperties(FirstAdminProperties.class)
@RequiredArgsConstructor
@ConditionalOnServing
class FirstAdmin implements ApplicationRunner {

    private final FirstAdminProperties properties;
    private final Validator validator;
    private final UserRepository users;
    private final RegistrationService registrations;

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.isGiven() && !users.existsByRole(Role.ADMIN)) {
            make();
        }
    }

    /** An admin that cannot be made is no reason to keep everyone else out; the log says why. */
    private void make() {
        var email = properties.email();
        if (!validator.validateProperty(properties, "email").isEmpty()) {
            log.error("The first admin was not made: STAGEDOOR_ADMIN_EMAIL is no email address");
            return;
        }
        try {
            registrations.registerAdmin(new Registration(
                    email, RawPassword.of(properties.password()), "Super", "Admin", null, null, null, null));
            log.info("The first admin is {}", email);
        } catch (ProblemException refusal) {
            log.error("The first admin {} was not made: {}", email, refusal.getMessage());
        }
    }
}
