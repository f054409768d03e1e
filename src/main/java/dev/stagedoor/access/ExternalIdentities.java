package dev.stagedoor.access;

import dev.stagedoor.access.ExternalIdentityRepository.LinkedAccount;
import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.account.AccountEvent.UnverifiedAccountReset;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.AccountsImported;
import dev.stagedoor.account.Reauthentication;
import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.web.Client;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Links external identities with accounts, on the first request of an identity or explicitly by the account's owner. */
@Slf4j
@Service
@RequiredArgsConstructor
public class ExternalIdentities {

    /** {@code last_used_at} is written at most once per hour and identity. */
    private static final Duration USE_ACCURACY = Duration.ofHours(1);

    private final ExternalTokens tokens;
    private final ExternalIdentityRepository identities;
    private final RegistrationService registrations;
    private final AccountService accounts;
    private final Reauthentication reauthentication;
    private final SecurityLog securityLog;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * Links the token's identity with the caller's account, and notifies the owner by email.
     *
     * @param password null for an account without a password
     * @throws ProblemException as {@link Reauthentication#confirm}; {@code invalid-token}; {@code identity-taken} if another account has the identity
     */
    public void link(CurrentUser caller, String token, RawPassword password, Client client) {
        var confirmed = reauthentication.confirm(caller, password, client);
        var identity = verified(token);
        transaction.executeWithoutResult(status -> {
            accounts.lock(confirmed);
            if (identities.insert(caller.userId(), identity, clock.instant())) {
                accounts.identityLinked(caller.userId(), identity.betterAuthId());
                securityLog.record(SecurityEvent.IDENTITY_LINKED, caller.userId());
            } else if (!isLinkedWith(caller.userId(), identity)) {
                throw new ProblemException(ProblemCode.IDENTITY_TAKEN);
            }
        });
    }

    /** Lists the identities of the caller's account, in the order of their links. */
    public IdentityListResponseDto list(CurrentUser caller) {
        return new IdentityListResponseDto(linked(caller.userId()).stream()
                .map(identity ->
                        new IdentityDto(identity.id(), identity.issuer(), identity.linkedAt(), identity.lastUsedAt()))
                .toList());
    }

    /** Lists the identities of an account, in the order of their links. */
    public List<ExportedIdentityDto> linked(UUID userId) {
        tokens.firstIssuer()
                .ifPresent(issuer -> identities.insertOfOtherSystem(List.of(userId), issuer, clock.instant()));
        return identities.list(userId);
    }

    /**
     * Unlinks an identity from the caller's account.
     *
     * @throws ProblemException {@code not-found}; {@code conflict} if it is the only sign-in method
     */
    @Transactional
    public void unlink(CurrentUser caller, UUID identityId) {
        accounts.lock(caller.userId());
        linked(caller.userId());
        if (!identities.delete(identityId, caller.userId())) {
            throw ProblemException.notFound("identity");
        }
        var remaining = identities.list(caller.userId());
        if (!accounts.identitiesUnlinked(caller.userId(), betterAuthId(remaining)) && remaining.isEmpty()) {
            throw new ProblemException(ProblemCode.CONFLICT, "last-sign-in-method");
        }
        securityLog.record(SecurityEvent.IDENTITY_UNLINKED, caller.userId());
    }

    private String betterAuthId(List<ExportedIdentityDto> linked) {
        return linked.stream()
                .filter(identity ->
                        tokens.firstIssuer().filter(identity.issuer()::equals).isPresent())
                .map(ExportedIdentityDto::subject)
                .findFirst()
                .orElse(null);
    }

    /** An attacker may have created the account with the email of the owner and linked an identity. */
    @EventListener
    void on(UnverifiedAccountReset event) {
        identities.deleteAll(event.userId());
        accounts.identitiesUnlinked(event.userId(), null);
    }

    private boolean isLinkedWith(UUID userId, ExternalIdentity identity) {
        return identities
                .find(identity)
                .filter(account -> account.userId().equals(userId))
                .isPresent();
    }

    /**
     * Returns the caller of a verified identity. Creates the account on the first request. Returns an empty result if the
     * account is not active, or if its credentials changed after the token was issued.
     *
     * @throws ProblemException {@code account-link-required} if another account has the email; {@code forbidden} if the
     *     token contains no email
     */
    Optional<CurrentUser> caller(ExternalIdentity identity) {
        var account = find(identity).orElseGet(() -> register(identity));
        if (!account.accepts(identity.issuedAt())) {
            return Optional.empty();
        }
        recordUse(account);
        return Optional.of(account.caller(identity));
    }

    /** Without an identity provider, an imported identity is linked by its first request, after a provider is configured. */
    @EventListener
    void on(AccountsImported event) {
        var issuer = tokens.firstIssuer();
        if (issuer.isPresent() && !event.externalUserIds().isEmpty()) {
            var inserted = identities.insertOfOtherSystem(event.externalUserIds(), issuer.get(), event.at());
            if (inserted < event.externalUserIds().size()) {
                throw new ProblemException(ProblemCode.IDENTITY_TAKEN);
            }
        }
    }

    @EventListener
    void on(AccountPurged event) {
        identities.deleteAll(event.userId());
    }

    private Optional<LinkedAccount> find(ExternalIdentity identity) {
        return identities.find(identity).or(() -> {
            var isKnown = identity.isOfFirstProvider() && identities.insertOfOtherSystem(identity, clock.instant());
            return isKnown ? identities.find(identity) : Optional.empty();
        });
    }

    private void recordUse(LinkedAccount account) {
        var before = clock.instant().minus(USE_ACCURACY);
        if (account.lastUsedAt() == null || !account.lastUsedAt().isAfter(before)) {
            identities.recordUse(account.identityId(), clock.instant(), before);
        }
    }

    /** Only one of several concurrent requests creates the account. The others read it. */
    private LinkedAccount register(ExternalIdentity identity) {
        try {
            transaction.executeWithoutResult(status -> insert(identity));
        } catch (ProblemException problem) {
            if (problem.getCode() == ProblemCode.VALIDATION_FAILED) {
                throw new ProblemException(ProblemCode.FORBIDDEN, "email-missing-in-token");
            }
            log.debug("No account was created for an external identity: {}", problem.getCode());
        }
        return identities.find(identity).orElseThrow(ExternalIdentities::linkRequired);
    }

    private void insert(ExternalIdentity identity) {
        var userId = registrations.registerExternal(identity.toRegistration());
        if (!identities.insert(userId, identity, clock.instant())) {
            throw new ProblemException(ProblemCode.IDENTITY_TAKEN);
        }
        securityLog.record(SecurityEvent.REGISTERED, userId);
    }

    private ExternalIdentity verified(String token) {
        try {
            return tokens.read(token).orElseThrow(ExternalIdentities::invalid);
        } catch (JwtException invalidToken) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemCode.INVALID_TOKEN, "identity-provider");
    }

    private static ProblemException linkRequired() {
        return new ProblemException(ProblemCode.ACCOUNT_LINK_REQUIRED);
    }
}
