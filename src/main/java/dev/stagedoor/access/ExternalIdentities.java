package dev.stagedoor.access;

import dev.stagedoor.access.ExternalIdentityRepository.Holder;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Service;

/** Ties the identities of other issuers to accounts: at first sight, or because the account's owner says so. */
@Slf4j
@Service
@RequiredArgsConstructor
public class ExternalIdentities {

    private final ExternalTokens tokens;
    private final ExternalIdentityRepository identities;
    private final RegistrationService registrations;
    private final AccountService accounts;
    private final SecurityLog securityLog;

    /**
     * Ties the identity of a token to the caller's account. Refuses with {@code invalid-token}, and with
     * {@code identity-taken} where the identity or the account is tied otherwise.
     */
    public void link(CurrentUser caller, String token) {
        accounts.linkIdentity(caller.id(), verified(token).betterAuthId());
        securityLog.record(SecurityEvent.IDENTITY_LINKED, caller.id());
    }

    /**
     * The caller of a verified identity, whose account is made at first sight; empty where it is not active. Refuses
     * with {@code account-link-required} where the email is another account's, {@code forbidden} where there is none.
     */
    Optional<CurrentUser> caller(ExternalIdentity identity) {
        return Optional.of(identities.find(identity.betterAuthId()).orElseGet(() -> atFirstSight(identity)))
                .filter(Holder::active)
                .map(Holder::caller);
    }

    /** Of many requests at once one makes the account; the others find it. */
    private Holder atFirstSight(ExternalIdentity identity) {
        try {
            securityLog.record(SecurityEvent.REGISTERED, registrations.registerExternal(identity.toRegistration()));
        } catch (ProblemException refusal) {
            if (refusal.getCode() == ProblemCode.VALIDATION_FAILED) {
                throw ProblemException.forbidden("An account is made from a token that names an email address.");
            }
            log.debug("No account made for an external identity: {}", refusal.getCode());
        }
        return identities.find(identity.betterAuthId()).orElseThrow(ExternalIdentities::linkRequired);
    }

    private ExternalIdentity verified(String token) {
        try {
            return tokens.read(token).orElseThrow(ExternalIdentities::invalid);
        } catch (JwtException unusable) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemCode.INVALID_TOKEN, "Send a valid token of a known identity provider.");
    }

    private static ProblemException linkRequired() {
        return new ProblemException(
                ProblemCode.ACCOUNT_LINK_REQUIRED,
                "The email belongs to an account; sign in to it and link this identity with POST /me/better-auth.");
    }
}
