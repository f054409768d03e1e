package dev.stagedoor.access;

import dev.stagedoor.account.AccountEvent.AccountDeactivated;
import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers app installations for push messages. A registration ends with the session that created it. */
@Service
@RequiredArgsConstructor
public class PushRegistrationService {

    private static final int ATTEMPTS = 3;

    private final PushRegistrationRepository registrations;
    private final Clock clock;

    /**
     * Creates or replaces the registration of an installation. The installation and the token leave their previous account. An
     * account has at most 50 registrations; the oldest is deleted for a further one.
     *
     * @return whether the registration is new for the account
     * @throws ProblemException {@code conflict} if other requests register the same installation or token repeatedly
     */
    @Transactional
    public boolean put(CurrentUser caller, String installationId, PushRegistrationDto registration) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            registrations.deleteOthers(caller.userId(), installationId, registration.token());
            if (registrations.update(caller, installationId, registration, clock.instant())) {
                return false;
            }
            if (registrations.insert(caller, installationId, registration, clock.instant())) {
                registrations.deleteExcess(caller.userId(), clock.instant());
                return true;
            }
        }
        throw new ProblemException(ProblemCode.CONFLICT);
    }

    /** Lists the caller's active registrations, last updated first. */
    public PushRegistrationListResponseDto list(CurrentUser caller) {
        return new PushRegistrationListResponseDto(registrations.list(caller, clock.instant()));
    }

    /** Lists all registrations that are stored for the user, last updated first. */
    public List<ExportedInstallationDto> history(UUID userId) {
        return registrations.history(userId);
    }

    /** Does nothing if the installation is not registered. */
    @Transactional
    public void delete(CurrentUser caller, String installationId) {
        registrations.delete(caller.userId(), installationId);
    }

    /** Deletes the registrations with these tokens. Ignores unknown tokens. */
    @Transactional
    public void deleteTokens(List<String> tokens) {
        registrations.deleteTokens(tokens);
    }

    @EventListener
    void on(AccountDeactivated event) {
        registrations.deleteAll(event.userId());
    }

    @EventListener
    void on(AccountPurged event) {
        registrations.deleteAll(event.userId());
    }
}
