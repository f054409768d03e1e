package dev.stagedoor.account;

import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.PasswordPolicy;
import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts. The slow hash is computed before the transaction begins, so that no connection waits for it. */
@Service
@RequiredArgsConstructor
public class RegistrationService {

    private final Validator validator;
    private final UserRepository users;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * Writes the account and, through {@link AccountRegistered}, all that belongs to it in one transaction.
     * Refuses with {@code validation-failed} (the password), {@code email-taken} or {@code phone-taken}.
     */
    public UUID register(Registration registration) {
        policy.check(
                "password",
                registration.password(),
                registration.email(),
                registration.firstName(),
                registration.lastName());
        return keep(registration, user -> {});
    }

    /**
     * The same for somebody whom an identity provider vouches for; such an account has no password. Refuses with
     * {@code email-taken}, {@code identity-taken}, and {@code validation-failed} where the email is none.
     */
    @Transactional
    public UUID registerExternal(ExternalRegistration registration) {
        if (!validator.validate(registration).isEmpty()) {
            throw ProblemException.invalid(
                    new FieldErrorDto("email", FieldErrorDto.MALFORMED, "must be an email address"));
        }
        var now = clock.instant();
        var user = User.registerExternal(registration, now);
        UniqueConstraints.guard(() -> users.saveAndFlush(user));
        events.publishEvent(new AccountRegistered(user.getId(), null, null, null, now));
        return user.getId();
    }

    UUID registerAdmin(Registration registration) {
        policy.check("password", registration.password(), registration.email());
        return keep(registration, user -> user.becomeAdmin(clock.instant()));
    }

    private UUID keep(Registration registration, Consumer<User> finish) {
        var hash = hashes.of(registration.password());
        return transaction.execute(status -> write(registration, hash, finish));
    }

    private UUID write(Registration registration, String hash, Consumer<User> finish) {
        var now = clock.instant();
        var user = User.register(registration, hash, now);
        finish.accept(user);
        UniqueConstraints.guard(() -> users.saveAndFlush(user));
        events.publishEvent(new AccountRegistered(
                user.getId(), registration.language(), registration.timezone(), registration.currency(), now));
        return user.getId();
    }
}
