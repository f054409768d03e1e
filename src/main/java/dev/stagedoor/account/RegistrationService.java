package dev.stagedoor.account;

import dev.stagedoor.account.AccountEvent.AccountRegistered;
import dev.stagedoor.account.Credentials.VerifiedPassword;
import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.PasswordPolicy;
import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Creates accounts. Passwords are hashed before the transaction starts, so that hashing does not hold a connection. */
@Service
@RequiredArgsConstructor
public class RegistrationService {

    private static final Duration RECENT = Duration.ofMinutes(1);

    private final UserRepository users;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * Creates the account and its dependent rows ({@link AccountRegistered}) in one transaction. Expects a password that
     * follows the policy.
     *
     * @throws ProblemException {@code email-taken}; {@code phone-taken}
     */
    public VerifiedPassword register(Registration registration) {
        return create(registration, user -> {});
    }

    /** Returns whether an account with this email was deleted by its owner and can be restored. */
    public boolean isDeleted(String email) {
        return users.isDeleted(email);
    }

    /** Returns whether an account with this email was created within the last minute. */
    public boolean isRecent(String email) {
        return users.existsByEmailAndCreatedAtAfter(email, clock.instant().minus(RECENT));
    }

    /**
     * Creates an account without a password for an external identity.
     *
     * @throws ProblemException {@code email-taken}; {@code identity-taken}; {@code validation-failed} if the email is invalid
     */
    @Transactional
    public UUID registerExternal(ExternalRegistration registration) {
        if (!Emails.isValid(registration.email())) {
            throw ProblemException.invalid("email", InvalidField.MALFORMED, "must-be-an-email-address");
        }
        var now = clock.instant();
        var user = User.registerExternal(registration, now);
        insert(user);
        events.publishEvent(
                new AccountRegistered(user.getId(), registration.locale(), registration.timeZone(), null, now));
        return user.getId();
    }

    VerifiedPassword registerAdmin(Registration registration) {
        policy.check("password", registration.password(), registration.email());
        return create(registration, user -> user.becomeAdmin(clock.instant()));
    }

    private void insert(User user) {
        if (!users.insertIfAbsent(List.of(user)).isEmpty()) {
            return;
        }
        if (users.existsByEmail(user.getEmail())) {
            throw new ProblemException(ProblemCode.EMAIL_TAKEN);
        }
        throw new ProblemException(
                user.getPhone() != null && users.existsByPhone(user.getPhone())
                        ? ProblemCode.PHONE_TAKEN
                        : ProblemCode.IDENTITY_TAKEN);
    }

    private VerifiedPassword create(Registration registration, Consumer<User> customizer) {
        var hash = hashes.hash(registration.password());
        return transaction.execute(status -> insert(registration, hash, customizer));
    }

    private VerifiedPassword insert(Registration registration, String hash, Consumer<User> customizer) {
        var now = clock.instant();
        var user = User.register(registration, hash, now);
        customizer.accept(user);
        insert(user);
        events.publishEvent(new AccountRegistered(
                user.getId(), registration.language(), registration.timezone(), registration.currency(), now));
        return new VerifiedPassword(user.getId(), hash);
    }
}
